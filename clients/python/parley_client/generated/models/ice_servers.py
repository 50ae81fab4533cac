from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.ice_server import IceServer





T = TypeVar("T", bound="IceServers")



@_attrs_define
class IceServers:
    """ 
        Attributes:
            ice_servers (list[IceServer]):
            expires_at (datetime.datetime):
     """

    ice_servers: list[IceServer]
    expires_at: datetime.datetime





    def to_dict(self) -> dict[str, Any]:
        from ..models.ice_server import IceServer # noqa: PLC0415
        ice_servers = []
        for ice_servers_item_data in self.ice_servers:
            ice_servers_item = ice_servers_item_data.to_dict()
            ice_servers.append(ice_servers_item)



        expires_at = self.expires_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "iceServers": ice_servers,
            "expiresAt": expires_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ice_server import IceServer # noqa: PLC0415
        d = dict(src_dict)
        ice_servers = []
        _ice_servers = d.pop("iceServers")
        for ice_servers_item_data in (_ice_servers):
            ice_servers_item = IceServer.from_dict(ice_servers_item_data)



            ice_servers.append(ice_servers_item)


        expires_at = datetime.datetime.fromisoformat(d.pop("expiresAt"))




        ice_servers = cls(
            ice_servers=ice_servers,
            expires_at=expires_at,
        )

        return ice_servers

