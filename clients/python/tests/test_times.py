"""Times as the API has them: in UTC, with a Z."""

from __future__ import annotations

import datetime

from parley_client.generated.models import HandleReport, HandleReportAct


def test_times_go_out_in_utc_wherever_they_are_from() -> None:
    summer = datetime.timezone(datetime.timedelta(hours=2))
    until = datetime.datetime(2027, 6, 1, 14, 30, tzinfo=summer)
    body = HandleReport(act=HandleReportAct.MUTE, reason="Loud", until=until)
    assert body.to_dict()["until"] == "2027-06-01T12:30:00Z"
