from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.hook_post_attachments_type_0_item import HookPostAttachmentsType0Item
  from ..models.hook_post_blocks_type_0_item import HookPostBlocksType0Item





T = TypeVar("T", bound="HookPost")



@_attrs_define
class HookPost:
    """ 
        Attributes:
            text (None | str | Unset):
            client_msg_id (str | Unset):
            blocks (list[HookPostBlocksType0Item] | None | Unset):
            attachments (list[HookPostAttachmentsType0Item] | None | Unset):
     """

    text: None | str | Unset = UNSET
    client_msg_id: str | Unset = UNSET
    blocks: list[HookPostBlocksType0Item] | None | Unset = UNSET
    attachments: list[HookPostAttachmentsType0Item] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.hook_post_attachments_type_0_item import HookPostAttachmentsType0Item # noqa: PLC0415
        from ..models.hook_post_blocks_type_0_item import HookPostBlocksType0Item # noqa: PLC0415
        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        client_msg_id = self.client_msg_id

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

        attachments: list[dict[str, Any]] | None | Unset
        if isinstance(self.attachments, Unset):
            attachments = UNSET
        elif isinstance(self.attachments, list):
            attachments = []
            for attachments_type_0_item_data in self.attachments:
                attachments_type_0_item = attachments_type_0_item_data.to_dict()
                attachments.append(attachments_type_0_item)


        else:
            attachments = self.attachments


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if text is not UNSET:
            field_dict["text"] = text
        if client_msg_id is not UNSET:
            field_dict["clientMsgId"] = client_msg_id
        if blocks is not UNSET:
            field_dict["blocks"] = blocks
        if attachments is not UNSET:
            field_dict["attachments"] = attachments

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hook_post_attachments_type_0_item import HookPostAttachmentsType0Item # noqa: PLC0415
        from ..models.hook_post_blocks_type_0_item import HookPostBlocksType0Item # noqa: PLC0415
        d = dict(src_dict)
        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))


        client_msg_id = d.pop("clientMsgId", UNSET)

        def _parse_blocks(data: object) -> list[HookPostBlocksType0Item] | None | Unset:
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
                    blocks_type_0_item = HookPostBlocksType0Item.from_dict(blocks_type_0_item_data)



                    blocks_type_0.append(blocks_type_0_item)

                return blocks_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[HookPostBlocksType0Item] | None | Unset, data)

        blocks = _parse_blocks(d.pop("blocks", UNSET))


        def _parse_attachments(data: object) -> list[HookPostAttachmentsType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                attachments_type_0 = []
                _attachments_type_0 = data
                for attachments_type_0_item_data in (_attachments_type_0):
                    attachments_type_0_item = HookPostAttachmentsType0Item.from_dict(attachments_type_0_item_data)



                    attachments_type_0.append(attachments_type_0_item)

                return attachments_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[HookPostAttachmentsType0Item] | None | Unset, data)

        attachments = _parse_attachments(d.pop("attachments", UNSET))


        hook_post = cls(
            text=text,
            client_msg_id=client_msg_id,
            blocks=blocks,
            attachments=attachments,
        )


        hook_post.additional_properties = d
        return hook_post

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
