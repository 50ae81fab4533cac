from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import AuthenticatedClient, Client
from ...types import Response, UNSET
from ... import errors

from ...models.problem import Problem
from ...models.webhook_delivery_page import WebhookDeliveryPage
from ...models.webhooks_deliveries_state import WebhooksDeliveriesState
from ...types import UNSET, Unset
from typing import cast



def _get_kwargs(
    webhook_id: str,
    *,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
    state: WebhooksDeliveriesState | Unset = UNSET,

) -> dict[str, Any]:
    

    

    params: dict[str, Any] = {}

    params["cursor"] = cursor

    params["limit"] = limit

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state


    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}


    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/admin/webhooks/{webhook_id}/deliveries".format(webhook_id=quote(str(webhook_id), safe=""),),
        "params": params,
    }


    return _kwargs



def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | WebhookDeliveryPage | None:
    if response.status_code == 200:
        response_200 = WebhookDeliveryPage.from_dict(response.json())



        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())



        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())



        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())



        return response_404

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | WebhookDeliveryPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    webhook_id: str,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
    state: WebhooksDeliveriesState | Unset = UNSET,

) -> Response[Problem | WebhookDeliveryPage]:
    """ List what a webhook has delivered, and what was given up

     The newest first: the last 1,000 of each state; what was delivered for a week, what is `dead` for 30
    days.

    Args:
        webhook_id (str):
        cursor (str | Unset):
        limit (int | Unset):  Default: 50.
        state (WebhooksDeliveriesState | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookDeliveryPage]
     """


    kwargs = _get_kwargs(
        webhook_id=webhook_id,
cursor=cursor,
limit=limit,
state=state,

    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)

def sync(
    webhook_id: str,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
    state: WebhooksDeliveriesState | Unset = UNSET,

) -> Problem | WebhookDeliveryPage | None:
    """ List what a webhook has delivered, and what was given up

     The newest first: the last 1,000 of each state; what was delivered for a week, what is `dead` for 30
    days.

    Args:
        webhook_id (str):
        cursor (str | Unset):
        limit (int | Unset):  Default: 50.
        state (WebhooksDeliveriesState | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookDeliveryPage
     """


    return sync_detailed(
        webhook_id=webhook_id,
client=client,
cursor=cursor,
limit=limit,
state=state,

    ).parsed

async def asyncio_detailed(
    webhook_id: str,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
    state: WebhooksDeliveriesState | Unset = UNSET,

) -> Response[Problem | WebhookDeliveryPage]:
    """ List what a webhook has delivered, and what was given up

     The newest first: the last 1,000 of each state; what was delivered for a week, what is `dead` for 30
    days.

    Args:
        webhook_id (str):
        cursor (str | Unset):
        limit (int | Unset):  Default: 50.
        state (WebhooksDeliveriesState | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | WebhookDeliveryPage]
     """


    kwargs = _get_kwargs(
        webhook_id=webhook_id,
cursor=cursor,
limit=limit,
state=state,

    )

    response = await client.get_async_httpx_client().request(
        **kwargs
    )

    return _build_response(client=client, response=response)

async def asyncio(
    webhook_id: str,
    *,
    client: AuthenticatedClient,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
    state: WebhooksDeliveriesState | Unset = UNSET,

) -> Problem | WebhookDeliveryPage | None:
    """ List what a webhook has delivered, and what was given up

     The newest first: the last 1,000 of each state; what was delivered for a week, what is `dead` for 30
    days.

    Args:
        webhook_id (str):
        cursor (str | Unset):
        limit (int | Unset):  Default: 50.
        state (WebhooksDeliveriesState | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | WebhookDeliveryPage
     """


    return (await asyncio_detailed(
        webhook_id=webhook_id,
client=client,
cursor=cursor,
limit=limit,
state=state,

    )).parsed
