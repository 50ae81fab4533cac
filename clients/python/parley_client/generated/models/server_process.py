from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.server_process_state import ServerProcessState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.process_loads import ProcessLoads
  from ..models.server_process_checks import ServerProcessChecks
  from ..models.service_breaker import ServiceBreaker





T = TypeVar("T", bound="ServerProcess")



@_attrs_define
class ServerProcess:
    """ 
        Attributes:
            id (str):
            app (str):
            version (str):
            host (str):
            pid (int):
            started_at (datetime.datetime):
            last_seen_at (datetime.datetime):
            state (ServerProcessState):
            checks (ServerProcessChecks):
            breakers (list[ServiceBreaker]):
            loads (ProcessLoads):
            memory_bytes (int):
     """

    id: str
    app: str
    version: str
    host: str
    pid: int
    started_at: datetime.datetime
    last_seen_at: datetime.datetime
    state: ServerProcessState
    checks: ServerProcessChecks
    breakers: list[ServiceBreaker]
    loads: ProcessLoads
    memory_bytes: int





    def to_dict(self) -> dict[str, Any]:
        from ..models.process_loads import ProcessLoads # noqa: PLC0415
        from ..models.server_process_checks import ServerProcessChecks # noqa: PLC0415
        from ..models.service_breaker import ServiceBreaker # noqa: PLC0415
        id = self.id

        app = self.app

        version = self.version

        host = self.host

        pid = self.pid

        started_at = self.started_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        last_seen_at = self.last_seen_at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")

        state = self.state.value

        checks = self.checks.to_dict()

        breakers = []
        for breakers_item_data in self.breakers:
            breakers_item = breakers_item_data.to_dict()
            breakers.append(breakers_item)



        loads = self.loads.to_dict()

        memory_bytes = self.memory_bytes


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "id": id,
            "app": app,
            "version": version,
            "host": host,
            "pid": pid,
            "startedAt": started_at,
            "lastSeenAt": last_seen_at,
            "state": state,
            "checks": checks,
            "breakers": breakers,
            "loads": loads,
            "memoryBytes": memory_bytes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.process_loads import ProcessLoads # noqa: PLC0415
        from ..models.server_process_checks import ServerProcessChecks # noqa: PLC0415
        from ..models.service_breaker import ServiceBreaker # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        app = d.pop("app")

        version = d.pop("version")

        host = d.pop("host")

        pid = d.pop("pid")

        started_at = datetime.datetime.fromisoformat(d.pop("startedAt"))




        last_seen_at = datetime.datetime.fromisoformat(d.pop("lastSeenAt"))




        state = ServerProcessState(d.pop("state"))




        checks = ServerProcessChecks.from_dict(d.pop("checks"))




        breakers = []
        _breakers = d.pop("breakers")
        for breakers_item_data in (_breakers):
            breakers_item = ServiceBreaker.from_dict(breakers_item_data)



            breakers.append(breakers_item)


        loads = ProcessLoads.from_dict(d.pop("loads"))




        memory_bytes = d.pop("memoryBytes")

        server_process = cls(
            id=id,
            app=app,
            version=version,
            host=host,
            pid=pid,
            started_at=started_at,
            last_seen_at=last_seen_at,
            state=state,
            checks=checks,
            breakers=breakers,
            loads=loads,
            memory_bytes=memory_bytes,
        )

        return server_process

