from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.import_source import ImportSource
from ..models.import_state import ImportState
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.import_counts import ImportCounts
  from ..models.import_note import ImportNote
  from ..models.import_progress import ImportProgress
  from ..models.import_refusal import ImportRefusal





T = TypeVar("T", bound="Import")



@_attrs_define
class Import:
    """ 
        Attributes:
            id (str):
            source (ImportSource):
            is_trial (bool):
            state (ImportState):
            file_id (str):
            file_name (str):
            created_by (str):
            created_at (datetime.datetime):
            counts (ImportCounts):
            notes (list[ImportNote]):
            ended_at (datetime.datetime | Unset):
            progress (ImportProgress | Unset):
            refusal (ImportRefusal | Unset):
     """

    id: str
    source: ImportSource
    is_trial: bool
    state: ImportState
    file_id: str
    file_name: str
    created_by: str
    created_at: datetime.datetime
    counts: ImportCounts
    notes: list[ImportNote]
    ended_at: datetime.datetime | Unset = UNSET
    progress: ImportProgress | Unset = UNSET
    refusal: ImportRefusal | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.import_counts import ImportCounts # noqa: PLC0415
        from ..models.import_note import ImportNote # noqa: PLC0415
        from ..models.import_progress import ImportProgress # noqa: PLC0415
        from ..models.import_refusal import ImportRefusal # noqa: PLC0415
        id = self.id

        source = self.source.value

        is_trial = self.is_trial

        state = self.state.value

        file_id = self.file_id

        file_name = self.file_name

        created_by = self.created_by

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        counts = self.counts.to_dict()

        notes = []
        for notes_item_data in self.notes:
            notes_item = notes_item_data.to_dict()
            notes.append(notes_item)



        ended_at: str | Unset = UNSET
        if not isinstance(self.ended_at, Unset):
            ended_at = self.ended_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        progress: dict[str, Any] | Unset = UNSET
        if not isinstance(self.progress, Unset):
            progress = self.progress.to_dict()

        refusal: dict[str, Any] | Unset = UNSET
        if not isinstance(self.refusal, Unset):
            refusal = self.refusal.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "source": source,
            "isTrial": is_trial,
            "state": state,
            "fileId": file_id,
            "fileName": file_name,
            "createdBy": created_by,
            "createdAt": created_at,
            "counts": counts,
            "notes": notes,
        })
        if ended_at is not UNSET:
            field_dict["endedAt"] = ended_at
        if progress is not UNSET:
            field_dict["progress"] = progress
        if refusal is not UNSET:
            field_dict["refusal"] = refusal

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_counts import ImportCounts # noqa: PLC0415
        from ..models.import_note import ImportNote # noqa: PLC0415
        from ..models.import_progress import ImportProgress # noqa: PLC0415
        from ..models.import_refusal import ImportRefusal # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        source = ImportSource(d.pop("source"))




        is_trial = d.pop("isTrial")

        state = ImportState(d.pop("state"))




        file_id = d.pop("fileId")

        file_name = d.pop("fileName")

        created_by = d.pop("createdBy")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        counts = ImportCounts.from_dict(d.pop("counts"))




        notes = []
        _notes = d.pop("notes")
        for notes_item_data in (_notes):
            notes_item = ImportNote.from_dict(notes_item_data)



            notes.append(notes_item)


        _ended_at = d.pop("endedAt", UNSET)
        ended_at: datetime.datetime | Unset
        if isinstance(_ended_at,  Unset):
            ended_at = UNSET
        else:
            ended_at = datetime.datetime.fromisoformat(_ended_at)




        _progress = d.pop("progress", UNSET)
        progress: ImportProgress | Unset
        if isinstance(_progress,  Unset):
            progress = UNSET
        else:
            progress = ImportProgress.from_dict(_progress)




        _refusal = d.pop("refusal", UNSET)
        refusal: ImportRefusal | Unset
        if isinstance(_refusal,  Unset):
            refusal = UNSET
        else:
            refusal = ImportRefusal.from_dict(_refusal)




        import_ = cls(
            id=id,
            source=source,
            is_trial=is_trial,
            state=state,
            file_id=file_id,
            file_name=file_name,
            created_by=created_by,
            created_at=created_at,
            counts=counts,
            notes=notes,
            ended_at=ended_at,
            progress=progress,
            refusal=refusal,
        )

        return import_

