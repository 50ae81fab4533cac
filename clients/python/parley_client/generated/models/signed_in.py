from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.profile import Profile





T = TypeVar("T", bound="SignedIn")



@_attrs_define
class SignedIn:
    """ 
        Attributes:
            user (Profile):
            access_token (str):
            expires_in (int):
            refresh_token (str | Unset):
     """

    user: Profile
    access_token: str
    expires_in: int
    refresh_token: str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.profile import Profile # noqa: PLC0415
        user = self.user.to_dict()

        access_token = self.access_token

        expires_in = self.expires_in

        refresh_token = self.refresh_token


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "user": user,
            "accessToken": access_token,
            "expiresIn": expires_in,
        })
        if refresh_token is not UNSET:
            field_dict["refreshToken"] = refresh_token

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.profile import Profile # noqa: PLC0415
        d = dict(src_dict)
        user = Profile.from_dict(d.pop("user"))




        access_token = d.pop("accessToken")

        expires_in = d.pop("expiresIn")

        refresh_token = d.pop("refreshToken", UNSET)

        signed_in = cls(
            user=user,
            access_token=access_token,
            expires_in=expires_in,
            refresh_token=refresh_token,
        )

        return signed_in

