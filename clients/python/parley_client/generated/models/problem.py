from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.problem_code import ProblemCode
from ..models.problem_type import ProblemType
from typing import cast

if TYPE_CHECKING:
  from ..models.problem_params import ProblemParams





T = TypeVar("T", bound="Problem")



@_attrs_define
class Problem:
    """ RFC 9457. `code` is stable; `title` is for people and may change.

        Attributes:
            type_ (ProblemType):
            title (str):
            status (int):
            code (ProblemCode):
            params (ProblemParams):
     """

    type_: ProblemType
    title: str
    status: int
    code: ProblemCode
    params: ProblemParams
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.problem_params import ProblemParams # noqa: PLC0415
        type_ = self.type_.value

        title = self.title

        status = self.status

        code = self.code.value

        params = self.params.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "type": type_,
            "title": title,
            "status": status,
            "code": code,
            "params": params,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.problem_params import ProblemParams # noqa: PLC0415
        d = dict(src_dict)
        type_ = ProblemType(d.pop("type"))




        title = d.pop("title")

        status = d.pop("status")

        code = ProblemCode(d.pop("code"))




        params = ProblemParams.from_dict(d.pop("params"))




        problem = cls(
            type_=type_,
            title=title,
            status=status,
            code=code,
            params=params,
        )


        problem.additional_properties = d
        return problem

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
