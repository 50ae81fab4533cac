from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="FileDetails")



@_attrs_define
class FileDetails:
    """ 
        Attributes:
            width (int | Unset):
            height (int | Unset):
            blur (str | Unset):
            is_animated (bool | Unset):
            duration_ms (int | Unset):
            pages (int | Unset):
            sizes (list[Literal[1280] | Literal[320]] | Unset):
            has_waveform (bool | Unset):
            has_snippet (bool | Unset):
     """

    width: int | Unset = UNSET
    height: int | Unset = UNSET
    blur: str | Unset = UNSET
    is_animated: bool | Unset = UNSET
    duration_ms: int | Unset = UNSET
    pages: int | Unset = UNSET
    sizes: list[Literal[1280] | Literal[320]] | Unset = UNSET
    has_waveform: bool | Unset = UNSET
    has_snippet: bool | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        width = self.width

        height = self.height

        blur = self.blur

        is_animated = self.is_animated

        duration_ms = self.duration_ms

        pages = self.pages

        sizes: list[Literal[1280] | Literal[320]] | Unset = UNSET
        if not isinstance(self.sizes, Unset):
            sizes = []
            for sizes_item_data in self.sizes:
                sizes_item: Literal[1280] | Literal[320]
                sizes_item = sizes_item_data
                sizes.append(sizes_item)



        has_waveform = self.has_waveform

        has_snippet = self.has_snippet


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if blur is not UNSET:
            field_dict["blur"] = blur
        if is_animated is not UNSET:
            field_dict["isAnimated"] = is_animated
        if duration_ms is not UNSET:
            field_dict["durationMs"] = duration_ms
        if pages is not UNSET:
            field_dict["pages"] = pages
        if sizes is not UNSET:
            field_dict["sizes"] = sizes
        if has_waveform is not UNSET:
            field_dict["hasWaveform"] = has_waveform
        if has_snippet is not UNSET:
            field_dict["hasSnippet"] = has_snippet

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        blur = d.pop("blur", UNSET)

        is_animated = d.pop("isAnimated", UNSET)

        duration_ms = d.pop("durationMs", UNSET)

        pages = d.pop("pages", UNSET)

        _sizes = d.pop("sizes", UNSET)
        sizes: list[Literal[1280] | Literal[320]] | Unset = UNSET
        if _sizes is not UNSET:
            sizes = []
            for sizes_item_data in _sizes:
                def _parse_sizes_item(data: object) -> Literal[1280] | Literal[320]:
                    sizes_item_type_0 = cast(Literal[320] , data)
                    if sizes_item_type_0 != 320:
                        raise ValueError(f"sizes_item_type_0 must match const 320, got '{sizes_item_type_0}'")
                    return sizes_item_type_0
                    sizes_item_type_1 = cast(Literal[1280] , data)
                    if sizes_item_type_1 != 1280:
                        raise ValueError(f"sizes_item_type_1 must match const 1280, got '{sizes_item_type_1}'")
                    return sizes_item_type_1

                sizes_item = _parse_sizes_item(sizes_item_data)

                sizes.append(sizes_item)


        has_waveform = d.pop("hasWaveform", UNSET)

        has_snippet = d.pop("hasSnippet", UNSET)

        file_details = cls(
            width=width,
            height=height,
            blur=blur,
            is_animated=is_animated,
            duration_ms=duration_ms,
            pages=pages,
            sizes=sizes,
            has_waveform=has_waveform,
            has_snippet=has_snippet,
        )

        return file_details

