from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.file_preview import FilePreview
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.file_details import FileDetails





T = TypeVar("T", bound="File")



@_attrs_define
class File:
    """ 
        Attributes:
            id (str):
            name (str):
            mime (str):
            size (int):
            sha256 (str):
            preview (FilePreview):
            details (FileDetails | Unset):
     """

    id: str
    name: str
    mime: str
    size: int
    sha256: str
    preview: FilePreview
    details: FileDetails | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.file_details import FileDetails # noqa: PLC0415
        id = self.id

        name = self.name

        mime = self.mime

        size = self.size

        sha256 = self.sha256

        preview = self.preview.value

        details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.details, Unset):
            details = self.details.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "name": name,
            "mime": mime,
            "size": size,
            "sha256": sha256,
            "preview": preview,
        })
        if details is not UNSET:
            field_dict["details"] = details

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_details import FileDetails # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        mime = d.pop("mime")

        size = d.pop("size")

        sha256 = d.pop("sha256")

        preview = FilePreview(d.pop("preview"))




        _details = d.pop("details", UNSET)
        details: FileDetails | Unset
        if isinstance(_details,  Unset):
            details = UNSET
        else:
            details = FileDetails.from_dict(_details)




        file = cls(
            id=id,
            name=name,
            mime=mime,
            size=size,
            sha256=sha256,
            preview=preview,
            details=details,
        )

        return file

