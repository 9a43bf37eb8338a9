"""What is not read: each refusal says what the file is and what to do. Files are made up (虚构)."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.tables import read_tables
from tests.tables.made import (
    DATA,
    HEADER,
    ROWS,
    html_table,
    ods,
    page,
    pdf,
    renamed_stream,
    ruled,
    text,
    without,
    word,
    written,
    xlsx,
    zipped,
)

XLS = DATA / "made-up-roster.xls"


def refused(path: Path, what: str, way_out: str = "") -> None:
    with pytest.raises(SourceError) as caught:
        read_tables(path)
    assert path.name in caught.value.detail
    assert what in caught.value.detail
    assert way_out in caught.value.way_out
    assert caught.value.way_out


def stored(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.xlsx", b"", "是空文件"),
        ("a.csv", b"\xef\xbb\xbf \r\n\r\n", "是空文件"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n" + b"x" * 40, "是图片（PNG）"),
        ("a.pdf", b"\xff\xd8\xff\xe0" + b"x" * 40, "是图片（JPEG）"),
        ("a.xlsx", b"Rar!\x1a\x07\x00" + b"x" * 40, "是压缩包（RAR）"),
        ("a.xlsx", b"7z\xbc\xaf'\x1c" + b"x" * 40, "是压缩包（7z）"),
        ("a.csv", b"\x1f\x8b\x08\x00" + b"x" * 40, "是压缩包（gzip）"),
        ("a.doc", b"{\\rtf1\\ansi x}", "是 RTF 文件"),
        ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "是网页归档（MHT）"),
        ("a.xml", b"<?xml version='1.0'?><a/>", "是 XML 文件"),
        (
            "a.xls",
            b"<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
            "是 XML 电子表格 2003",
        ),
        ("a.csv", bytes(range(256)) * 20, "不是认得的文件格式"),
        ("a.json", '[{"名称": "甲"}, {"名'.encode(), "已损坏或不完整"),
        ("a.json", '{"说明": "无"}'.encode(), "没有由对象组成的数组"),
        ("a.jsonl", '{"名称": "甲"}\n{"名称": 乙}\n{"名称": "丙"}\n'.encode(), "JSON 第 2 行第 8 个字符处有语法错误"),
        ("a.jsonl", '{"名称": "甲"}\n{"名称": "乙'.encode(), "JSON 在第 2 行断开"),
        ("a.csv", "名称,类型\n甲,乙公司".encode()[:-1], "在一个字符中间断开"),
    ],
)
def test_by_its_bytes(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    refused(stored(tmp_path / name, content), what)


def test_no_file(tmp_path: Path) -> None:
    refused(tmp_path / "没有.xlsx", "读不到", "核对路径")


def test_encrypted_workbooks(tmp_path: Path) -> None:
    refused(DATA / "made-up-encrypted.xlsx", "有打开密码", "去掉密码")
    content = XLS.read_bytes()
    # The second record of the workbook (INTERFACEHDR, e1 00 02 00) is made the FILEPASS of an encrypted one.
    at = content.index(b"\xe1\x00\x02\x00")
    refused(stored(tmp_path / "a.xls", content[:at] + b"\x2f" + content[at + 1 :]), "有打开密码", "去掉密码")


def test_old_word_and_macros(tmp_path: Path) -> None:
    content = XLS.read_bytes()
    refused(
        stored(tmp_path / "a.doc", renamed_stream(content, "Workbook", "WordDocument")),
        "旧式二进制 Word",
        "另存为 .docx",
    )
    refused(stored(tmp_path / "a.xls", renamed_stream(content, "Workbook", "_VBA_PROJECT_CUR")), "带宏", "不带宏")
    refused(stored(tmp_path / "b.xls", renamed_stream(content, "Workbook", "Contents")), "不是 Excel 工作簿")
    made = xlsx(tmp_path / "m.xlsx", [HEADER, *ROWS])
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    refused(made, "带宏", "不带宏")


def test_ofd_and_archives(tmp_path: Path) -> None:
    refused(
        zipped(tmp_path / "a.ofd", {"OFD.xml": b"<OFD/>", "Doc_0/Document.xml": b"<x/>"}), "是 OFD 版式文件", "索取"
    )
    refused(zipped(tmp_path / "a.xlsx", {"名单.csv": b"x"}), "是压缩包（zip）", "先解压")


def test_pdfs(tmp_path: Path) -> None:
    refused(pdf(tmp_path / "a.pdf", ["0 0 m 500 500 l S\n", ""]), "是扫描件 PDF", "索取电子表格")
    whole = pdf(tmp_path / "b.pdf", [ruled([HEADER, *ROWS])]).read_bytes()
    refused(stored(tmp_path / "c.pdf", whole[: len(whole) // 2]), "PDF 没有结尾", "重新取得")
    refused(pdf(tmp_path / "d.pdf", [written(60, 700, "关于召开虚构会议的通知，请参加。")]), "没有找到表格或名单")
    locked = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]>>" % (b"11" * 32, b"22" * 32)
    refused(stored(tmp_path / "e.pdf", whole.replace(b">>\nstartxref", locked + b"\nstartxref")), "有打开密码")


def test_files_that_are_cut_off(tmp_path: Path) -> None:
    for made in (xlsx(tmp_path / "a.xlsx", [HEADER, *ROWS]), word(tmp_path / "a.docx", lambda _: None)):
        content = made.read_bytes()
        refused(stored(made, content[: len(content) * 2 // 3]), "已损坏或不完整", "重新取得")
    refused(stored(tmp_path / "a.xls", XLS.read_bytes()[:1500]), "已损坏或不完整", "重新取得")


def test_a_part_with_wrong_bytes(tmp_path: Path) -> None:
    made = xlsx(tmp_path / "a.xlsx", [HEADER, *ROWS])
    with zipfile.ZipFile(made) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(made.read_bytes())
    content[part.header_offset + 30 + len(part.filename) + 40] ^= 0xFF
    refused(stored(made, bytes(content)), "部件 xl/worksheets/sheet1.xml 读不全")


def test_zip_bombs(tmp_path: Path) -> None:
    made = xlsx(tmp_path / "a.xlsx", [HEADER, *ROWS])
    padded = without(
        made, tmp_path / "b.xlsx", lambda name, part: part + b" " * (80 << 20) if "sheet1" in name else part
    )
    refused(padded, "像是压缩炸弹")
    # A part that says it is small and is not: its length and checksum are wrong.
    content = bytearray(padded.read_bytes())
    with zipfile.ZipFile(padded) as archive:
        size = next(part.file_size for part in archive.infolist() if "sheet1" in part.filename)
    refused(stored(padded, bytes(content).replace(struct.pack("<I", size), struct.pack("<I", 4096))), "读不全")


def test_a_sheet_with_one_cell_at_the_far_end(tmp_path: Path) -> None:
    made = xlsx(tmp_path / "a.xlsx", [HEADER, *ROWS], lambda sheet: sheet.cell(1_048_576, 16_384, "远") and None)
    refused(made, "只在极远处有零星格子", "删去")


def test_an_open_document_that_repeats_without_end(tmp_path: Path) -> None:
    made = ods(tmp_path / "a.ods", [HEADER, *ROWS])
    row, cell = (
        b'<table:table-row table:number-rows-repeated="900000"',
        b'<table:table-cell table:number-columns-repeated="9"',
    )

    def repeated(_: str, part: bytes) -> bytes:
        return part.replace(b"<table:table-row", row).replace(b"<table:table-cell", cell)

    refused(without(made, tmp_path / "b.ods", repeated), "像是压缩炸弹")


def test_pages_that_are_cut_off_or_nested_without_end(tmp_path: Path) -> None:
    whole = page(tmp_path / "a.html", html_table([HEADER, *ROWS] * 5)).read_bytes()
    refused(stored(tmp_path / "b.html", whole[: len(whole) // 2]), "网页在表格中间断开", "重新取得")
    refused(page(tmp_path / "c.html", "<div>" * 5000 + "x"), "嵌套过深")


def test_nothing_to_read(tmp_path: Path) -> None:
    refused(page(tmp_path / "a.html", "<p>只有一段话，没有名单。</p>"), "没有找到表格或名单")
    refused(text(tmp_path / "a.txt", [["这是一段话。后面还有一句。"], ["没有名单。"]]), "没有找到表格或名单")
    refused(page(tmp_path / "b.html", html_table([["x"]])), "没有找到表格或名单")
    refused(word(tmp_path / "a.docx", lambda document: document.add_paragraph("无表。") and None), "没有找到表格或名单")
    refused(xlsx(tmp_path / "a.xlsx", []), "工作表“名单”是空的")


def test_bytes_in_no_encoding(tmp_path: Path) -> None:
    lines = text(tmp_path / "a.csv", [HEADER, *ROWS]).read_bytes()
    refused(stored(tmp_path / "a.csv", lines + b"\xff\xff,\xfe\x81\xff\xff" * 20), "编码认不出")
