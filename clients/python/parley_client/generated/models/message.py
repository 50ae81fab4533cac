from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.message_kind import MessageKind
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.call_summary import CallSummary
  from ..models.message_file import MessageFile
  from ..models.message_system_type_0 import MessageSystemType0
  from ..models.message_system_type_1 import MessageSystemType1
  from ..models.message_system_type_2 import MessageSystemType2
  from ..models.message_system_type_3 import MessageSystemType3
  from ..models.message_system_type_4 import MessageSystemType4
  from ..models.message_system_type_5 import MessageSystemType5
  from ..models.message_system_type_6 import MessageSystemType6
  from ..models.message_system_type_7 import MessageSystemType7
  from ..models.message_system_type_8 import MessageSystemType8
  from ..models.reaction import Reaction





T = TypeVar("T", bound="Message")



@_attrs_define
class Message:
    """ 
        Attributes:
            id (str):
            chat_id (str):
            seq (int):
            rev (int):
            sender_id (str):
            client_msg_id (str):
            kind (MessageKind):
            text (str):
            version (int):
            created_at (datetime.datetime):
            system (MessageSystemType0 | MessageSystemType1 | MessageSystemType2 | MessageSystemType3 | MessageSystemType4 |
                MessageSystemType5 | MessageSystemType6 | MessageSystemType7 | MessageSystemType8 | Unset):
            call (CallSummary | Unset):
            reply_to (str | Unset):
            files (list[MessageFile] | Unset):
            reactions (list[Reaction] | Unset):
            pinned_at (datetime.datetime | Unset):
            pinned_by (str | Unset):
            edited_at (datetime.datetime | Unset):
            deleted_at (datetime.datetime | Unset):
            deleted_by (str | Unset):
            is_hidden (bool | Unset):
     """

    id: str
    chat_id: str
    seq: int
    rev: int
    sender_id: str
    client_msg_id: str
    kind: MessageKind
    text: str
    version: int
    created_at: datetime.datetime
    system: MessageSystemType0 | MessageSystemType1 | MessageSystemType2 | MessageSystemType3 | MessageSystemType4 | MessageSystemType5 | MessageSystemType6 | MessageSystemType7 | MessageSystemType8 | Unset = UNSET
    call: CallSummary | Unset = UNSET
    reply_to: str | Unset = UNSET
    files: list[MessageFile] | Unset = UNSET
    reactions: list[Reaction] | Unset = UNSET
    pinned_at: datetime.datetime | Unset = UNSET
    pinned_by: str | Unset = UNSET
    edited_at: datetime.datetime | Unset = UNSET
    deleted_at: datetime.datetime | Unset = UNSET
    deleted_by: str | Unset = UNSET
    is_hidden: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.call_summary import CallSummary # noqa: PLC0415
        from ..models.message_file import MessageFile # noqa: PLC0415
        from ..models.message_system_type_0 import MessageSystemType0 # noqa: PLC0415
        from ..models.message_system_type_1 import MessageSystemType1 # noqa: PLC0415
        from ..models.message_system_type_2 import MessageSystemType2 # noqa: PLC0415
        from ..models.message_system_type_3 import MessageSystemType3 # noqa: PLC0415
        from ..models.message_system_type_4 import MessageSystemType4 # noqa: PLC0415
        from ..models.message_system_type_5 import MessageSystemType5 # noqa: PLC0415
        from ..models.message_system_type_6 import MessageSystemType6 # noqa: PLC0415
        from ..models.message_system_type_7 import MessageSystemType7 # noqa: PLC0415
        from ..models.message_system_type_8 import MessageSystemType8 # noqa: PLC0415
        from ..models.reaction import Reaction # noqa: PLC0415
        id = self.id

        chat_id = self.chat_id

        seq = self.seq

        rev = self.rev

        sender_id = self.sender_id

        client_msg_id = self.client_msg_id

        kind = self.kind.value

        text = self.text

        version = self.version

        created_at = self.created_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        system: dict[str, Any] | Unset
        if isinstance(self.system, Unset):
            system = UNSET
        elif isinstance(self.system, MessageSystemType0):
            system = self.system.to_dict()
        elif isinstance(self.system, MessageSystemType1):
            system = self.system.to_dict()
        elif isinstance(self.system, MessageSystemType2):
            system = self.system.to_dict()
        elif isinstance(self.system, MessageSystemType3):
            system = self.system.to_dict()
        elif isinstance(self.system, MessageSystemType4):
            system = self.system.to_dict()
        elif isinstance(self.system, MessageSystemType5):
            system = self.system.to_dict()
        elif isinstance(self.system, MessageSystemType6):
            system = self.system.to_dict()
        elif isinstance(self.system, MessageSystemType7):
            system = self.system.to_dict()
        else:
            system = self.system.to_dict()


        call: dict[str, Any] | Unset = UNSET
        if not isinstance(self.call, Unset):
            call = self.call.to_dict()

        reply_to = self.reply_to

        files: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = []
            for files_item_data in self.files:
                files_item = files_item_data.to_dict()
                files.append(files_item)



        reactions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.reactions, Unset):
            reactions = []
            for reactions_item_data in self.reactions:
                reactions_item = reactions_item_data.to_dict()
                reactions.append(reactions_item)



        pinned_at: str | Unset = UNSET
        if not isinstance(self.pinned_at, Unset):
            pinned_at = self.pinned_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        pinned_by = self.pinned_by

        edited_at: str | Unset = UNSET
        if not isinstance(self.edited_at, Unset):
            edited_at = self.edited_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        deleted_at: str | Unset = UNSET
        if not isinstance(self.deleted_at, Unset):
            deleted_at = self.deleted_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        deleted_by = self.deleted_by

        is_hidden = self.is_hidden


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "chatId": chat_id,
            "seq": seq,
            "rev": rev,
            "senderId": sender_id,
            "clientMsgId": client_msg_id,
            "kind": kind,
            "text": text,
            "version": version,
            "createdAt": created_at,
        })
        if system is not UNSET:
            field_dict["system"] = system
        if call is not UNSET:
            field_dict["call"] = call
        if reply_to is not UNSET:
            field_dict["replyTo"] = reply_to
        if files is not UNSET:
            field_dict["files"] = files
        if reactions is not UNSET:
            field_dict["reactions"] = reactions
        if pinned_at is not UNSET:
            field_dict["pinnedAt"] = pinned_at
        if pinned_by is not UNSET:
            field_dict["pinnedBy"] = pinned_by
        if edited_at is not UNSET:
            field_dict["editedAt"] = edited_at
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at
        if deleted_by is not UNSET:
            field_dict["deletedBy"] = deleted_by
        if is_hidden is not UNSET:
            field_dict["isHidden"] = is_hidden

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.call_summary import CallSummary # noqa: PLC0415
        from ..models.message_file import MessageFile # noqa: PLC0415
        from ..models.message_system_type_0 import MessageSystemType0 # noqa: PLC0415
        from ..models.message_system_type_1 import MessageSystemType1 # noqa: PLC0415
        from ..models.message_system_type_2 import MessageSystemType2 # noqa: PLC0415
        from ..models.message_system_type_3 import MessageSystemType3 # noqa: PLC0415
        from ..models.message_system_type_4 import MessageSystemType4 # noqa: PLC0415
        from ..models.message_system_type_5 import MessageSystemType5 # noqa: PLC0415
        from ..models.message_system_type_6 import MessageSystemType6 # noqa: PLC0415
        from ..models.message_system_type_7 import MessageSystemType7 # noqa: PLC0415
        from ..models.message_system_type_8 import MessageSystemType8 # noqa: PLC0415
        from ..models.reaction import Reaction # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        chat_id = d.pop("chatId")

        seq = d.pop("seq")

        rev = d.pop("rev")

        sender_id = d.pop("senderId")

        client_msg_id = d.pop("clientMsgId")

        kind = MessageKind(d.pop("kind"))




        text = d.pop("text")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))




        def _parse_system(data: object) -> MessageSystemType0 | MessageSystemType1 | MessageSystemType2 | MessageSystemType3 | MessageSystemType4 | MessageSystemType5 | MessageSystemType6 | MessageSystemType7 | MessageSystemType8 | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_0 = MessageSystemType0.from_dict(data)



                return system_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_1 = MessageSystemType1.from_dict(data)



                return system_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_2 = MessageSystemType2.from_dict(data)



                return system_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_3 = MessageSystemType3.from_dict(data)



                return system_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_4 = MessageSystemType4.from_dict(data)



                return system_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_5 = MessageSystemType5.from_dict(data)



                return system_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_6 = MessageSystemType6.from_dict(data)



                return system_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                system_type_7 = MessageSystemType7.from_dict(data)



                return system_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            system_type_8 = MessageSystemType8.from_dict(data)



            return system_type_8

        system = _parse_system(d.pop("system", UNSET))


        _call = d.pop("call", UNSET)
        call: CallSummary | Unset
        if isinstance(_call,  Unset):
            call = UNSET
        else:
            call = CallSummary.from_dict(_call)




        reply_to = d.pop("replyTo", UNSET)

        _files = d.pop("files", UNSET)
        files: list[MessageFile] | Unset = UNSET
        if _files is not UNSET:
            files = []
            for files_item_data in _files:
                files_item = MessageFile.from_dict(files_item_data)



                files.append(files_item)


        _reactions = d.pop("reactions", UNSET)
        reactions: list[Reaction] | Unset = UNSET
        if _reactions is not UNSET:
            reactions = []
            for reactions_item_data in _reactions:
                reactions_item = Reaction.from_dict(reactions_item_data)



                reactions.append(reactions_item)


        _pinned_at = d.pop("pinnedAt", UNSET)
        pinned_at: datetime.datetime | Unset
        if isinstance(_pinned_at,  Unset):
            pinned_at = UNSET
        else:
            pinned_at = datetime.datetime.fromisoformat(_pinned_at)




        pinned_by = d.pop("pinnedBy", UNSET)

        _edited_at = d.pop("editedAt", UNSET)
        edited_at: datetime.datetime | Unset
        if isinstance(_edited_at,  Unset):
            edited_at = UNSET
        else:
            edited_at = datetime.datetime.fromisoformat(_edited_at)




        _deleted_at = d.pop("deletedAt", UNSET)
        deleted_at: datetime.datetime | Unset
        if isinstance(_deleted_at,  Unset):
            deleted_at = UNSET
        else:
            deleted_at = datetime.datetime.fromisoformat(_deleted_at)




        deleted_by = d.pop("deletedBy", UNSET)

        is_hidden = d.pop("isHidden", UNSET)

        message = cls(
            id=id,
            chat_id=chat_id,
            seq=seq,
            rev=rev,
            sender_id=sender_id,
            client_msg_id=client_msg_id,
            kind=kind,
            text=text,
            version=version,
            created_at=created_at,
            system=system,
            call=call,
            reply_to=reply_to,
            files=files,
            reactions=reactions,
            pinned_at=pinned_at,
            pinned_by=pinned_by,
            edited_at=edited_at,
            deleted_at=deleted_at,
            deleted_by=deleted_by,
            is_hidden=is_hidden,
        )

        return message

