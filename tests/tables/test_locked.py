"""Passwords, macros and slides: each is refused with what it is and what to save it as. Files are made up (虚构)."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from loaders.tables import read_tables
from tests.tables.binary import cell, open_sheet, record, row, xlsb
from tests.tables.made import DATA, HEADER, ROWS, renamed_stream, without, word, xlsx, zipped
from tests.tables.test_refused import refused, stored

LOCKED = (DATA / "made-up-encrypted.xlsx").read_bytes()
XLS = (DATA / "made-up-roster.xls").read_bytes()
SHEET = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("name", "save_as"),
    [("a.xlsx", ".xlsx"), ("a.docx", ".docx"), ("a.pptx", ".pptx，再把里面的表格复制到 .xlsx"), ("a.xls", ".xlsx")],
)
def test_an_encrypted_package_by_what_it_is_called(tmp_path: Path, name: str, save_as: str) -> None:
    refused(stored(tmp_path / name, LOCKED), "有打开密码，读不了", f"用密码打开后去掉密码，另存为 {save_as} 再装")


def test_an_encrypted_package_is_known_by_its_stream(tmp_path: Path) -> None:
    made = renamed_stream(XLS, "Workbook", "EncryptedPackage")
    refused(stored(tmp_path / "a.docx", made), "有打开密码", "另存为 .docx")


@pytest.mark.parametrize("content", [None, b"\x07\x91\xfe" * 40], ids=["readable", "unreadable"])
def test_an_encrypted_open_document(tmp_path: Path, content: bytes | None) -> None:
    entry = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    made = open_sheet(tmp_path / "a.ods", row(cell("名称")), entry)
    changed = without(
        made, tmp_path / "b.ods", lambda name, part: content if content and name == "content.xml" else part
    )
    refused(changed, "有打开密码", "另存为 .xlsx")


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        b"application/vnd.ms-excel.template.macroEnabled.main+xml",
    ],
)
def test_a_macro_workbook_by_its_content_type_alone(tmp_path: Path, kind: bytes) -> None:
    made = xlsx(tmp_path / "a.xlsx", [HEADER, *ROWS])
    macro = without(made, tmp_path / "a.xlsm", lambda _, part: part.replace(SHEET, kind))
    refused(macro, "是带宏的工作簿，为安全起见不读", "另存为 .xlsx")
    refused(stored(tmp_path / "b.xlsx", macro.read_bytes()), "是带宏的工作簿", "另存为 .xlsx")


def test_a_macro_document(tmp_path: Path) -> None:
    made = word(tmp_path / "a.docx", lambda _: None)
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    refused(
        without(made, tmp_path / "a.docm", lambda _, part: part.replace(DOCUMENT, kind)),
        "是带宏的 Word 文档",
        "另存为 .docx",
    )


def test_a_binary_workbook_has_macros_only_with_a_project(tmp_path: Path) -> None:
    made = xlsb(tmp_path / "a.xlsb", [HEADER, *ROWS])
    assert len(read_tables(made)[0].rows) == 3
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    refused(made, "是带宏的工作簿", "另存为 .xlsx")


def test_a_binary_workbook_that_is_cut_off(tmp_path: Path) -> None:
    made = xlsb(tmp_path / "a.xlsb", [HEADER, *ROWS])
    cut = without(
        made, tmp_path / "b.xlsb", lambda name, part: part[:40] + record(0x06, b"x") if "sheet1" in name else part
    )
    refused(cut, "已损坏或不完整", "重新取得")
    content = made.read_bytes()
    refused(stored(tmp_path / "c.xlsb", content[: len(content) * 2 // 3]), "已损坏或不完整", "重新取得")


def test_slides(tmp_path: Path) -> None:
    refused(zipped(tmp_path / "a.pptx", {"ppt/presentation.xml": b"<p/>"}), "是演示文稿", "把表格复制到 .xlsx")
    refused(
        stored(tmp_path / "a.ppt", renamed_stream(XLS, "Workbook", "PowerPoint Document")), "是演示文稿", "复制到 .xlsx"
    )
