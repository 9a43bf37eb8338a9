"""Files that are not read: what each is, and what the person who holds it can do."""

from __future__ import annotations

from pathlib import Path

from graph.errors import SourceError

_AGAIN = "重新取得完整的文件；或用 Excel、WPS 打开核对后另存为 .xlsx 再装"

REASONS: dict[str, tuple[str, str]] = {
    "empty": ("是空文件", "重新取得这个文件"),
    "image": ("是图片（{0}），不是表格", "向发布单位索取电子表格；或识别文字、人工核对后存为 .xlsx"),
    "archive": ("是压缩包（{0}），不是表格", "先解压，再装里面的文件"),
    "ofd": ("是 OFD 版式文件，读不出表格", "向发布单位索取 .xlsx、.docx；或用 OFD 阅读器导出为 PDF（带文字）再装"),
    "macro": ("是带宏的工作簿，为安全起见不读", "用 Excel、WPS 打开，另存为 .xlsx（不带宏）再装"),
    "macro-doc": ("是带宏的 Word 文档，为安全起见不读", "用 Word、WPS 打开，另存为 .docx（不带宏）再装"),
    "slides": ("是演示文稿，不是表格", "用 PowerPoint 或 WPS 打开，把表格复制到 .xlsx 再装"),
    "encrypted": ("有打开密码，读不了", "用密码打开后去掉密码，另存为 {0} 再装"),
    "doc": ("是旧式二进制 Word 文件（.doc）", "用 Word 或 WPS 打开，另存为 .docx 再装"),
    "compound": ("是旧式 Office 文件，但不是 Excel 工作簿", "用原来的程序打开，另存为 .xlsx 或 .docx 再装"),
    "rtf": ("是 RTF 文件", "用 Word 或 WPS 打开，另存为 .docx 再装"),
    "mht": ("是网页归档（MHT）", "用浏览器或 Word 打开，另存为 .html 或 .docx 再装"),
    "sheetml": ("是 XML 电子表格 2003", "用 Excel 或 WPS 打开，另存为 .xlsx 再装"),
    "xml": ("是 XML 文件，不是表格", "是 CERIF 等标准格式的，用相应的来源装；否则导出为 .xlsx 或 .csv"),
    "bomb": ("解压后过大（{0}），像是压缩炸弹", "核对文件来源；确是大表的，另存为 .csv 再装"),
    "sparse": ("的工作表“{0}”只在极远处有零星格子，展开后过大", "删去远处的格子，另存后再装"),
    "scanned": ("是扫描件 PDF，里面没有文字", "向发布单位索取电子表格；或识别文字、人工核对后存为 .xlsx"),
    "binary": ("不是认得的文件格式", "另存为 .xlsx、.csv、.docx 或 .html 再装"),
    "no-table": ("里没有找到表格或名单", "核对文件；确有表格的，复制到 .xlsx 再装"),
}


def refused(path: Path, why: str, *what: str) -> SourceError:
    """The error for a file that is not read: `why` is a key of `REASONS`, `what` fills its blanks."""
    reason, way_out = REASONS[why]
    return SourceError(
        f"文件 {path.name} {reason.format(*what)}", way_out=way_out.format(*what), file=path.name, refused=why
    )


_UNLOCKED = {
    **dict.fromkeys((".docx", ".doc", ".docm", ".odt"), ".docx"),
    **dict.fromkeys((".pptx", ".ppt"), ".pptx，再把里面的表格复制到 .xlsx"),
    ".pdf": "不带密码的 PDF（或 .xlsx）",
}


def locked(path: Path) -> SourceError:
    """The error for a file with a password: what it is inside cannot be seen, so its ending says what to save it as."""
    return refused(path, "encrypted", _UNLOCKED.get(path.suffix.lower(), ".xlsx"))


def cut_off(path: Path, detail: str) -> SourceError:
    """The error for a file that is damaged or not whole."""
    return SourceError(f"文件 {path.name} 已损坏或不完整：{detail}", way_out=_AGAIN, file=path.name, refused="cut-off")


def faulty(path: Path, detail: str, way_out: str) -> SourceError:
    """The error for a file of a known form with a fault in it."""
    return SourceError(f"文件 {path.name}：{detail}", way_out=way_out, file=path.name, refused="faulty")
