"""Trade words: what a body says it does. They tell two bodies of one short core apart and are no name by themselves."""

from __future__ import annotations

from functools import cache

_LISTS = (
    # technology
    "科技 技术 科学技术 信息 信息技术 网络 网络科技 软件 电子 电子科技 通信 通讯 数据 大数据 智能 智能科技 智能制造 自动化 "
    "机器人 光电 光电子 激光 半导体 集成电路 微电子 芯片 传感器 仪器 仪表 仪器仪表 测控 检测 计量 物联网 云计算 人工智能 "
    "航天 航空 航空科技 宇航 卫星 北斗 无人机 导航 遥感 测绘 超导 3d打印 增材 "
    # making
    "机械 机械制造 机电 装备 装备制造 重工 重型机械 设备 机床 工具 轴承 阀门 泵业 电机 电气 电器 电力 电缆 电池 "
    "汽车 汽车零部件 零部件 车辆 铁路 轨道交通 船舶 动力 发动机 精密 模具 五金 制造 工业 实业 "
    "材料 新材料 材料科技 金属 有色金属 稀有金属 钛业 钢铁 铝业 铜业 锌业 钼业 钒业 矿业 矿产 黄金 冶金 冶炼 煤业 煤矿 煤炭 煤化工 "
    "石油 石化 化工 化学 化学工业 天然气 燃气 能源 新能源 光伏 绿能 太阳能 风电 水电 热力 热电 "
    "建材 水泥 陶瓷 玻璃 塑料 橡胶 塑业 包装 印刷 纸业 纺织 服装 服饰 家具 "
    # building
    "建设 建筑 建工 建筑工程 建设工程 工程 工程建设 路桥 公路 交通 桥梁 隧道 市政 园林 绿化 装饰 装修 安装 设计 勘察 勘测 规划 监理 "
    "房地产 置业 地产 物业 物业管理 水利 水务 水利水电 环保 环境 环境科技 环保科技 生态 生态农业 节能 "
    # life
    "生物 生物科技 生物技术 生物工程 生物医药 生物制药 医药 医药科技 药业 制药 中药 中药材 药材 医疗 医疗器械 医疗科技 "
    "健康 健康科技 健康产业 大健康 保健品 基因 诊断 "
    # land
    "农业 农业科技 农业发展 农业开发 农林 农牧 农牧业 牧业 畜牧 养殖 种植 种养殖 种业 种子 林业 果业 果蔬 蔬菜 水果 食用菌 菌业 "
    "茶业 茶叶 核桃 板栗 花卉 苗木 猕猴桃 苹果 樱桃 葡萄 花椒 油茶 香菇 木耳 天麻 丹参 黄精 蜂业 蜂蜜 渔业 水产 "
    "饲料 肥业 化肥 农资 农机 粮油 粮食 面粉 食品 食品科技 食品工业 乳业 肉业 肉制品 肉类 酒业 酿酒 饮料 饮品 调味品 豆制品 "
    # services
    "商贸 贸易 进出口 国际贸易 电子商务 商业 零售 超市 物流 供应链 运输 仓储 快递 旅游 文旅 文化 文化旅游 文化传媒 传媒 影视 广告 "
    "教育 教育科技 培训 咨询 管理咨询 企业管理 管理 投资 投资管理 资产管理 资本 控股 创业投资 金融 保险 证券 担保 融资担保 融资租赁 "
    "信托 租赁 酒店 餐饮 娱乐 体育 服务 科技服务 技术服务 知识产权 人力资源 开发 发展 科技发展 技术开发 产业 产业发展 实业发展 "
    "经贸 国际 股份 系统 系统工程 科贸 工贸 城市建设 城市投资 开发建设 建设投资 交通投资"
)  # fmt: skip


@cache
def words() -> frozenset[str]:
    """All trade words."""
    return frozenset(_LISTS.split())


LONGEST = 6

FILLERS = frozenset({"发展", "开发", "实业", "产业", "国际", "投资", "管理", "服务", "工程", "技术", "科技", "工业", "股份"})
"""Trade words that say little: a name may carry or drop them, which a person should see."""


def split_trades(text: str) -> tuple[str, tuple[str, ...]]:
    """The brand core and the trade words behind it, in their order.

    >>> split_trades("宏兴乳业")
    ('宏兴', ('乳业',))
    >>> split_trades("嘉禾生物科技")
    ('嘉禾', ('生物科技',))
    >>> split_trades("电子科技")
    ('', ('电子科技',))
    """
    known, found = words(), []
    while text:
        for length in range(min(LONGEST, len(text)), 1, -1):
            if text[-length:] in known:
                found.append(text[-length:])
                text = text[:-length]
                break
        else:
            break
    return text, tuple(reversed(found))
