"""Columns that hold private data of people: dropped before anything is stored, raw cells included (issue 5, part 10).

Words are compared in the form of `loaders.columns.header_key`. A column is personal when its header is one of the exact
words, or holds one of the parts; what merely sounds alike is listed as an exception.
"""

from __future__ import annotations

import re

from loaders.words import words

PARTS = words("""
    电话 手机 联系方式 传真 邮箱 电子邮件 微信 qq 身份证 证件号 证件类型 出生 生日 年龄 性别 民族 籍贯 政治面貌 婚姻
    银行账号 银行帐号 银行卡 开户行 开户银行 银行账户 家庭住址 家庭地址 户籍 现住址 常住地址 个人住址 通讯地址 通信地址
    健康状况 宗教 护照
    phone mobile telephone e-mail email idcard passport birth bankaccount homeaddress contactform wechat
""")
"""A header that holds one of these is personal."""

WORDS = frozenset(
    words("""
    联系人 联络人 联络员 联系人姓名 项目联系人 企业联系人 单位联系人 需求联系人 成果联系人 法人代表 法定代表人 法人
    法人姓名 法定代表人姓名 法人代表姓名 企业法人 设备负责人姓名 设备负责人 机组负责人 管理员 财务负责人 填表人 填报人
    经办人 代理人 代理师 监护人 户主 收件人 收件地址 邮编 邮政编码 住址 账号 户名
    contact contactperson contactname tel fax mail gender sex age dob legalrepresentative postalcode postcode
""")
)
"""A header that is one of these is personal: names that a table gives for getting in touch, not for a public role."""

NOT_PERSONAL = frozenset(words("民族乡 年龄结构 联系单位"))
"""Headers that hold one of the parts and say nothing of a person."""

INDEXED = re.compile(r"(?<=\D)\d{1,2}$")


def is_personal(key: str) -> bool:
    """Whether a header, in the form `header_key` gives, names private data.

    >>> is_personal("联系电话"), is_personal("法人代表"), is_personal("项目负责人"), is_personal("注册地址")
    (True, True, False, False)
    """
    bare = INDEXED.sub("", key.rpartition("/")[2] or key)
    if key in NOT_PERSONAL or bare in NOT_PERSONAL:
        return False
    return bare in WORDS or key in WORDS or any(part in key for part in PARTS)
