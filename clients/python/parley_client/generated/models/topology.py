from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.fact_backlog import FactBacklog
  from ..models.job_counts import JobCounts
  from ..models.request_backlog import RequestBacklog
  from ..models.server_process import ServerProcess





T = TypeVar("T", bound="Topology")



@_attrs_define
class Topology:
    """ 
        Attributes:
            processes (list[ServerProcess]):
            streams (list[FactBacklog]):
            queues (list[JobCounts]):
            requests (list[RequestBacklog]):
     """

    processes: list[ServerProcess]
    streams: list[FactBacklog]
    queues: list[JobCounts]
    requests: list[RequestBacklog]





    def to_dict(self) -> dict[str, Any]:
        from ..models.fact_backlog import FactBacklog # noqa: PLC0415
        from ..models.job_counts import JobCounts # noqa: PLC0415
        from ..models.request_backlog import RequestBacklog # noqa: PLC0415
        from ..models.server_process import ServerProcess # noqa: PLC0415
        processes = []
        for processes_item_data in self.processes:
            processes_item = processes_item_data.to_dict()
            processes.append(processes_item)



        streams = []
        for streams_item_data in self.streams:
            streams_item = streams_item_data.to_dict()
            streams.append(streams_item)



        queues = []
        for queues_item_data in self.queues:
            queues_item = queues_item_data.to_dict()
            queues.append(queues_item)



        requests = []
        for requests_item_data in self.requests:
            requests_item = requests_item_data.to_dict()
            requests.append(requests_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "processes": processes,
            "streams": streams,
            "queues": queues,
            "requests": requests,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fact_backlog import FactBacklog # noqa: PLC0415
        from ..models.job_counts import JobCounts # noqa: PLC0415
        from ..models.request_backlog import RequestBacklog # noqa: PLC0415
        from ..models.server_process import ServerProcess # noqa: PLC0415
        d = dict(src_dict)
        processes = []
        _processes = d.pop("processes")
        for processes_item_data in (_processes):
            processes_item = ServerProcess.from_dict(processes_item_data)



            processes.append(processes_item)


        streams = []
        _streams = d.pop("streams")
        for streams_item_data in (_streams):
            streams_item = FactBacklog.from_dict(streams_item_data)



            streams.append(streams_item)


        queues = []
        _queues = d.pop("queues")
        for queues_item_data in (_queues):
            queues_item = JobCounts.from_dict(queues_item_data)



            queues.append(queues_item)


        requests = []
        _requests = d.pop("requests")
        for requests_item_data in (_requests):
            requests_item = RequestBacklog.from_dict(requests_item_data)



            requests.append(requests_item)


        topology = cls(
            processes=processes,
            streams=streams,
            queues=queues,
            requests=requests,
        )

        return topology

