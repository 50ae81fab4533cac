from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.file_meta_preview import FileMetaPreview
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.file_details import FileDetails
  from ..models.file_link import FileLink





T = TypeVar("T", bound="FileMeta")



@_attrs_define
class FileMeta:
    """ 
        Attributes:
            id (str):
            name (str):
            mime (str):
            size (int):
            sha256 (str):
            preview (FileMetaPreview):
            uploaded_by (str):
            created_at (datetime.datetime):
            link (FileLink):
            details (FileDetails | Unset):
     """

    id: str
    name: str
    mime: str
    size: int
    sha256: str
    preview: FileMetaPreview
    uploaded_by: str
    created_at: datetime.datetime
    link: FileLink
    details: FileDetails | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.file_details import FileDetails # noqa: PLC0415
        from ..models.file_link import FileLink # noqa: PLC0415
        id = self.id

        name = self.name

        mime = self.mime

        size = self.size

        sha256 = self.sha256

        preview = self.preview.value

        uploaded_by = self.uploaded_by

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        link = self.link.to_dict()

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
            "uploadedBy": uploaded_by,
            "createdAt": created_at,
            "link": link,
        })
        if details is not UNSET:
            field_dict["details"] = details

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_details import FileDetails # noqa: PLC0415
        from ..models.file_link import FileLink # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        mime = d.pop("mime")

        size = d.pop("size")

        sha256 = d.pop("sha256")

        preview = FileMetaPreview(d.pop("preview"))




        uploaded_by = d.pop("uploadedBy")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        link = FileLink.from_dict(d.pop("link"))




        _details = d.pop("details", UNSET)
        details: FileDetails | Unset
        if isinstance(_details,  Unset):
            details = UNSET
        else:
            details = FileDetails.from_dict(_details)




        file_meta = cls(
            id=id,
            name=name,
            mime=mime,
            size=size,
            sha256=sha256,
            preview=preview,
            uploaded_by=uploaded_by,
            created_at=created_at,
            link=link,
            details=details,
        )

        return file_meta

