from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.file_link_preview import FileLinkPreview
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.file_details import FileDetails
  from ..models.file_link_previews_item import FileLinkPreviewsItem





T = TypeVar("T", bound="FileLink")



@_attrs_define
class FileLink:
    """ 
        Attributes:
            id (str):
            url (str):
            expires_at (datetime.datetime):
            preview (FileLinkPreview):
            previews (list[FileLinkPreviewsItem]):
            details (FileDetails | Unset):
     """

    id: str
    url: str
    expires_at: datetime.datetime
    preview: FileLinkPreview
    previews: list[FileLinkPreviewsItem]
    details: FileDetails | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.file_details import FileDetails # noqa: PLC0415
        from ..models.file_link_previews_item import FileLinkPreviewsItem # noqa: PLC0415
        id = self.id

        url = self.url

        expires_at = self.expires_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        preview = self.preview.value

        previews = []
        for previews_item_data in self.previews:
            previews_item = previews_item_data.to_dict()
            previews.append(previews_item)



        details: dict[str, Any] | Unset = UNSET
        if not isinstance(self.details, Unset):
            details = self.details.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "url": url,
            "expiresAt": expires_at,
            "preview": preview,
            "previews": previews,
        })
        if details is not UNSET:
            field_dict["details"] = details

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_details import FileDetails # noqa: PLC0415
        from ..models.file_link_previews_item import FileLinkPreviewsItem # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        url = d.pop("url")

        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))




        preview = FileLinkPreview(d.pop("preview"))




        previews = []
        _previews = d.pop("previews")
        for previews_item_data in (_previews):
            previews_item = FileLinkPreviewsItem.from_dict(previews_item_data)



            previews.append(previews_item)


        _details = d.pop("details", UNSET)
        details: FileDetails | Unset
        if isinstance(_details,  Unset):
            details = UNSET
        else:
            details = FileDetails.from_dict(_details)




        file_link = cls(
            id=id,
            url=url,
            expires_at=expires_at,
            preview=preview,
            previews=previews,
            details=details,
        )

        return file_link

