from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.backup_state import BackupState
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.backup_archive import BackupArchive





T = TypeVar("T", bound="Backup")



@_attrs_define
class Backup:
    """ 
        Attributes:
            id (str):
            state (BackupState):
            created_by (str):
            created_at (datetime.datetime):
            label (str | Unset):
            ended_at (datetime.datetime | Unset):
            archive (BackupArchive | Unset):
            error (str | Unset):
     """

    id: str
    state: BackupState
    created_by: str
    created_at: datetime.datetime
    label: str | Unset = UNSET
    ended_at: datetime.datetime | Unset = UNSET
    archive: BackupArchive | Unset = UNSET
    error: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.backup_archive import BackupArchive # noqa: PLC0415
        id = self.id

        state = self.state.value

        created_by = self.created_by

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        label = self.label

        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        archive: dict[str, Any] | Unset = UNSET
        if not isinstance(self.archive, Unset):
            archive = self.archive.to_dict()

        error = self.error


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "state": state,
            "createdBy": created_by,
            "createdAt": created_at,
        })
        if label is not UNSET:
            field_dict["label"] = label
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at
        if archive is not UNSET:
            field_dict["archive"] = archive
        if error is not UNSET:
            field_dict["error"] = error

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.backup_archive import BackupArchive # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        state = BackupState(d.pop("state"))




        created_by = d.pop("createdBy")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        label = d.pop("label", UNSET)

        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at,  Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)




        _archive = d.pop("archive", UNSET)
        archive: BackupArchive | Unset
        if isinstance(_archive,  Unset):
            archive = UNSET
        else:
            archive = BackupArchive.from_dict(_archive)




        error = d.pop("error", UNSET)

        backup = cls(
            id=id,
            state=state,
            created_by=created_by,
            created_at=created_at,
            label=label,
            ended_at=ended_at,
            archive=archive,
            error=error,
        )

        return backup

