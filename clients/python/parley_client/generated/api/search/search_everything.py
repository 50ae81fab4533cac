from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.found_everything import FoundEverything
from ...models.problem import Problem
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    q: str,
    utc_offset: int | Unset = 0,
    time_zone: str | Unset = UNSET,
    limit: int | Unset = 5,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["q"] = q

    params["utcOffset"] = utc_offset

    params["timeZone"] = time_zone

    params["limit"] = limit


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/search",
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> FoundEverything | Problem | None:
    if response.status_code == 200:
        response_200 = FoundEverything.from_dict(response.json())



        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())



        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())



        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())



        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())



        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[FoundEverything | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    q: str,
    utc_offset: int | Unset = 0,
    time_zone: str | Unset = UNSET,
    limit: int | Unset = 5,

) -> Response[FoundEverything | Problem]:
    """ Search people, chats, channels, files and messages

     A few of each. Words, of which the last of each may go on; `"a phrase"`; `-not`; `from:` `mentions:`
    (a username or `me`), `in:` (a slug, a name or a username), `has:` (link, file, image, video, audio,
    voice, reaction), `is:` (pinned, edited, reply), `before:` `after:` `on:` (2026, 2026-11,
    2026-11-29). Days are those of `timeZone` (IANA), or else `utcOffset` minutes ahead of UTC. An issue
    of `validation_failed` has the `offset` of what cannot be read, and the `complaint`: unclosed_quote,
    empty_value, unknown_has, unknown_is, not_on, bad_date, nothing_to_find, too_many_parts,
    unknown_person, unknown_chat.

    Args:
        q (str):
        utc_offset (int | Unset):  Default: 0.
        time_zone (str | Unset):
        limit (int | Unset):  Default: 5.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundEverything | Problem]
     """


    kwargs = _get_kwargs(
        q=q,
utc_offset=utc_offset,
time_zone=time_zone,
limit=limit,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    q: str,
    utc_offset: int | Unset = 0,
    time_zone: str | Unset = UNSET,
    limit: int | Unset = 5,

) -> FoundEverything | Problem | None:
    """ Search people, chats, channels, files and messages

     A few of each. Words, of which the last of each may go on; `"a phrase"`; `-not`; `from:` `mentions:`
    (a username or `me`), `in:` (a slug, a name or a username), `has:` (link, file, image, video, audio,
    voice, reaction), `is:` (pinned, edited, reply), `before:` `after:` `on:` (2026, 2026-11,
    2026-11-29). Days are those of `timeZone` (IANA), or else `utcOffset` minutes ahead of UTC. An issue
    of `validation_failed` has the `offset` of what cannot be read, and the `complaint`: unclosed_quote,
    empty_value, unknown_has, unknown_is, not_on, bad_date, nothing_to_find, too_many_parts,
    unknown_person, unknown_chat.

    Args:
        q (str):
        utc_offset (int | Unset):  Default: 0.
        time_zone (str | Unset):
        limit (int | Unset):  Default: 5.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundEverything | Problem
     """


    return sync_detailed(
        client=client,
q=q,
utc_offset=utc_offset,
time_zone=time_zone,
limit=limit,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    q: str,
    utc_offset: int | Unset = 0,
    time_zone: str | Unset = UNSET,
    limit: int | Unset = 5,

) -> Response[FoundEverything | Problem]:
    """ Search people, chats, channels, files and messages

     A few of each. Words, of which the last of each may go on; `"a phrase"`; `-not`; `from:` `mentions:`
    (a username or `me`), `in:` (a slug, a name or a username), `has:` (link, file, image, video, audio,
    voice, reaction), `is:` (pinned, edited, reply), `before:` `after:` `on:` (2026, 2026-11,
    2026-11-29). Days are those of `timeZone` (IANA), or else `utcOffset` minutes ahead of UTC. An issue
    of `validation_failed` has the `offset` of what cannot be read, and the `complaint`: unclosed_quote,
    empty_value, unknown_has, unknown_is, not_on, bad_date, nothing_to_find, too_many_parts,
    unknown_person, unknown_chat.

    Args:
        q (str):
        utc_offset (int | Unset):  Default: 0.
        time_zone (str | Unset):
        limit (int | Unset):  Default: 5.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundEverything | Problem]
     """


    kwargs = _get_kwargs(
        q=q,
utc_offset=utc_offset,
time_zone=time_zone,
limit=limit,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    q: str,
    utc_offset: int | Unset = 0,
    time_zone: str | Unset = UNSET,
    limit: int | Unset = 5,

) -> FoundEverything | Problem | None:
    """ Search people, chats, channels, files and messages

     A few of each. Words, of which the last of each may go on; `"a phrase"`; `-not`; `from:` `mentions:`
    (a username or `me`), `in:` (a slug, a name or a username), `has:` (link, file, image, video, audio,
    voice, reaction), `is:` (pinned, edited, reply), `before:` `after:` `on:` (2026, 2026-11,
    2026-11-29). Days are those of `timeZone` (IANA), or else `utcOffset` minutes ahead of UTC. An issue
    of `validation_failed` has the `offset` of what cannot be read, and the `complaint`: unclosed_quote,
    empty_value, unknown_has, unknown_is, not_on, bad_date, nothing_to_find, too_many_parts,
    unknown_person, unknown_chat.

    Args:
        q (str):
        utc_offset (int | Unset):  Default: 0.
        time_zone (str | Unset):
        limit (int | Unset):  Default: 5.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundEverything | Problem
     """


    return (await asyncio_detailed(
        client=client,
q=q,
utc_offset=utc_offset,
time_zone=time_zone,
limit=limit,

    )).parsed
