from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="FileLinkPreviewsItem")



@_attrs_define
class FileLinkPreviewsItem:
    """ 
        Attributes:
            size (Literal[1280] | Literal[320]):
            url (str):
     """

    size: Literal[1280] | Literal[320]
    url: str





    def to_dict(self) -> dict[str, Any]:
        size: Literal[1280] | Literal[320]
        size = self.size

        url = self.url


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "size": size,
            "url": url,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_size(data: object) -> Literal[1280] | Literal[320]:
            size_type_0 = cast(Literal[320] , data)
            if size_type_0 != 320:
                raise ValueError(f"size_type_0 must match const 320, got '{size_type_0}'")
            return size_type_0
            size_type_1 = cast(Literal[1280] , data)
            if size_type_1 != 1280:
                raise ValueError(f"size_type_1 must match const 1280, got '{size_type_1}'")
            return size_type_1

        size = _parse_size(d.pop("size"))


        url = d.pop("url")

        file_link_previews_item = cls(
            size=size,
            url=url,
        )

        return file_link_previews_item

