from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.problem import Problem





T = TypeVar("T", bound="SendResultType1")



@_attrs_define
class SendResultType1:
    """ 
        Attributes:
            ok (bool):
            problem (Problem): RFC 9457. `code` is stable; `title` is for people and may change.
     """

    ok: bool
    problem: Problem





    def to_dict(self) -> dict[str, Any]:
        from ..models.problem import Problem # noqa: PLC0415
        ok = self.ok

        problem = self.problem.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "ok": ok,
            "problem": problem,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.problem import Problem # noqa: PLC0415
        d = dict(src_dict)
        ok = d.pop("ok")

        problem = Problem.from_dict(d.pop("problem"))




        send_result_type_1 = cls(
            ok=ok,
            problem=problem,
        )

        return send_result_type_1

