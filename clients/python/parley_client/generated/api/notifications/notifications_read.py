from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.notification_count import NotificationCount
from ...models.problem import Problem
from ...models.read_notifications_type_0 import ReadNotificationsType0
from ...models.read_notifications_type_1 import ReadNotificationsType1
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    *,
    body: ReadNotificationsType0 | ReadNotificationsType1,
    idempotency_key: str | Unset = UNSET,

) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key



    

    

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/notifications/read",
    }

    
    if isinstance(body, ReadNotificationsType0):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()


    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> NotificationCount | Problem | None:
    if response.status_code == 200:
        response_200 = NotificationCount.from_dict(response.json())



        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())



        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())



        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())



        return response_415

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[NotificationCount | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ReadNotificationsType0 | ReadNotificationsType1,
    idempotency_key: str | Unset = UNSET,

) -> Response[NotificationCount | Problem]:
    """ Mark some or all as read

     Reading a chat does it, too. My other devices hear of it.

    Args:
        idempotency_key (str | Unset):
        body (ReadNotificationsType0 | ReadNotificationsType1):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotificationCount | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
idempotency_key=idempotency_key,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    *,
    client: AuthenticatedClient,
    body: ReadNotificationsType0 | ReadNotificationsType1,
    idempotency_key: str | Unset = UNSET,

) -> NotificationCount | Problem | None:
    """ Mark some or all as read

     Reading a chat does it, too. My other devices hear of it.

    Args:
        idempotency_key (str | Unset):
        body (ReadNotificationsType0 | ReadNotificationsType1):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotificationCount | Problem
     """


    return sync_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    ).parsed

async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ReadNotificationsType0 | ReadNotificationsType1,
    idempotency_key: str | Unset = UNSET,

) -> Response[NotificationCount | Problem]:
    """ Mark some or all as read

     Reading a chat does it, too. My other devices hear of it.

    Args:
        idempotency_key (str | Unset):
        body (ReadNotificationsType0 | ReadNotificationsType1):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NotificationCount | Problem]
     """


    kwargs = _get_kwargs(
        body=body,
idempotency_key=idempotency_key,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ReadNotificationsType0 | ReadNotificationsType1,
    idempotency_key: str | Unset = UNSET,

) -> NotificationCount | Problem | None:
    """ Mark some or all as read

     Reading a chat does it, too. My other devices hear of it.

    Args:
        idempotency_key (str | Unset):
        body (ReadNotificationsType0 | ReadNotificationsType1):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NotificationCount | Problem
     """


    return (await asyncio_detailed(
        client=client,
body=body,
idempotency_key=idempotency_key,

    )).parsed
