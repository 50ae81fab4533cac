from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.hook_post_attachments_type_0_item_blocks_type_0_item import HookPostAttachmentsType0ItemBlocksType0Item





T = TypeVar("T", bound="HookPostAttachmentsType0Item")



@_attrs_define
class HookPostAttachmentsType0Item:
    """ 
        Attributes:
            fallback (None | str | Unset):
            pretext (None | str | Unset):
            title (None | str | Unset):
            title_link (None | str | Unset):
            text (None | str | Unset):
            blocks (list[HookPostAttachmentsType0ItemBlocksType0Item] | None | Unset):
     """

    fallback: None | str | Unset = UNSET
    pretext: None | str | Unset = UNSET
    title: None | str | Unset = UNSET
    title_link: None | str | Unset = UNSET
    text: None | str | Unset = UNSET
    blocks: list[HookPostAttachmentsType0ItemBlocksType0Item] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.hook_post_attachments_type_0_item_blocks_type_0_item import HookPostAttachmentsType0ItemBlocksType0Item # noqa: PLC0415
        fallback: None | str | Unset
        if isinstance(self.fallback, Unset):
            fallback = UNSET
        else:
            fallback = self.fallback

        pretext: None | str | Unset
        if isinstance(self.pretext, Unset):
            pretext = UNSET
        else:
            pretext = self.pretext

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        title_link: None | str | Unset
        if isinstance(self.title_link, Unset):
            title_link = UNSET
        else:
            title_link = self.title_link

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        blocks: list[dict[str, Any]] | None | Unset
        if isinstance(self.blocks, Unset):
            blocks = UNSET
        elif isinstance(self.blocks, list):
            blocks = []
            for blocks_type_0_item_data in self.blocks:
                blocks_type_0_item = blocks_type_0_item_data.to_dict()
                blocks.append(blocks_type_0_item)


        else:
            blocks = self.blocks


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if fallback is not UNSET:
            field_dict["fallback"] = fallback
        if pretext is not UNSET:
            field_dict["pretext"] = pretext
        if title is not UNSET:
            field_dict["title"] = title
        if title_link is not UNSET:
            field_dict["title_link"] = title_link
        if text is not UNSET:
            field_dict["text"] = text
        if blocks is not UNSET:
            field_dict["blocks"] = blocks

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hook_post_attachments_type_0_item_blocks_type_0_item import HookPostAttachmentsType0ItemBlocksType0Item # noqa: PLC0415
        d = dict(src_dict)
        def _parse_fallback(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fallback = _parse_fallback(d.pop("fallback", UNSET))


        def _parse_pretext(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pretext = _parse_pretext(d.pop("pretext", UNSET))


        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))


        def _parse_title_link(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title_link = _parse_title_link(d.pop("title_link", UNSET))


        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))


        def _parse_blocks(data: object) -> list[HookPostAttachmentsType0ItemBlocksType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                blocks_type_0 = []
                _blocks_type_0 = data
                for blocks_type_0_item_data in (_blocks_type_0):
                    blocks_type_0_item = HookPostAttachmentsType0ItemBlocksType0Item.from_dict(blocks_type_0_item_data)



                    blocks_type_0.append(blocks_type_0_item)

                return blocks_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[HookPostAttachmentsType0ItemBlocksType0Item] | None | Unset, data)

        blocks = _parse_blocks(d.pop("blocks", UNSET))


        hook_post_attachments_type_0_item = cls(
            fallback=fallback,
            pretext=pretext,
            title=title,
            title_link=title_link,
            text=text,
            blocks=blocks,
        )


        hook_post_attachments_type_0_item.additional_properties = d
        return hook_post_attachments_type_0_item

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
