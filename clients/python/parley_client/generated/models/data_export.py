from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.data_export_state import DataExportState
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.export_archive import ExportArchive





T = TypeVar("T", bound="DataExport")



@_attrs_define
class DataExport:
    """ 
        Attributes:
            id (str):
            state (DataExportState):
            created_at (datetime.datetime):
            ended_at (datetime.datetime | Unset):
            expires_at (datetime.datetime | Unset):
            archive (ExportArchive | Unset):
     """

    id: str
    state: DataExportState
    created_at: datetime.datetime
    ended_at: datetime.datetime | Unset = UNSET
    expires_at: datetime.datetime | Unset = UNSET
    archive: ExportArchive | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.export_archive import ExportArchive # noqa: PLC0415
        id = self.id

        state = self.state.value

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        archive: dict[str, Any] | Unset = UNSET
        if not isinstance(self.archive, Unset):
            archive = self.archive.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "state": state,
            "createdAt": created_at,
        })
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at
        if expires_at is not UNSET:
            field_dict["expiresAt"] = expires_at
        if archive is not UNSET:
            field_dict["archive"] = archive

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.export_archive import ExportArchive # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        state = DataExportState(d.pop("state"))




        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at,  Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)




        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at,  Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)




        _archive = d.pop("archive", UNSET)
        archive: ExportArchive | Unset
        if isinstance(_archive,  Unset):
            archive = UNSET
        else:
            archive = ExportArchive.from_dict(_archive)




        data_export = cls(
            id=id,
            state=state,
            created_at=created_at,
            ended_at=ended_at,
            expires_at=expires_at,
            archive=archive,
        )

        return data_export

