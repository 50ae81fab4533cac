from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.message import Message





T = TypeVar("T", bound="SendResultType0")



@_attrs_define
class SendResultType0:
    """ 
        Attributes:
            ok (bool):
            message (Message):
     """

    ok: bool
    message: Message





    def to_dict(self) -> dict[str, Any]:
        from ..models.message import Message # noqa: PLC0415
        ok = self.ok

        message = self.message.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "ok": ok,
            "message": message,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message import Message # noqa: PLC0415
        d = dict(src_dict)
        ok = d.pop("ok")

        message = Message.from_dict(d.pop("message"))




        send_result_type_0 = cls(
            ok=ok,
            message=message,
        )

        return send_result_type_0

