"""Does what it is told on lines of JSON, `[who, what, …]`, by the Python client."""

import hashlib
import json
import os
import sys
import threading
from typing import Any

import httpx

from parley_client import Parley, ProblemError, anonymous, items_of
from parley_client.generated.api.admin_audit import admin_audit_export, admin_audit_verify
from parley_client.generated.api.admin_users import admin_users_list
from parley_client.generated.api.auth import auth_register
from parley_client.generated.api.bots import bots_make, bots_make_token
from parley_client.generated.api.chats import chats_create
from parley_client.generated.api.exports import exports_list, exports_order
from parley_client.generated.api.invites import invites_accept, invites_create
from parley_client.generated.api.messages import messages_list
from parley_client.generated.api.reports import reports_handle, reports_list, reports_report_message
from parley_client.generated.models import (
    AdminUsersListState,
    Complaint,
    CreateChat,
    CreateInvite,
    HandleReport,
    NewBot,
    NewToken,
    Register,
)
from parley_client.realtime import Live

url = os.environ["PARLEY_URL"]
BOT_SCOPES = ["users:read", "chats:read", "chats:write", "messages:read", "messages:write"]


class Clerk:
    parley: Parley

    def register(self, account: dict[str, str]) -> None:
        auth_register.sync(client=anonymous(url), body=Register.from_dict(account))
        self.parley = Parley.log_in(url, account["username"], account["password"])

    def use_token(self, token: str) -> None:
        self.parley = Parley.with_token(url, token)

    @property
    def client(self) -> Any:
        return self.parley.client

    def make_channel(self, slug: str) -> str:
        body = {"type": "channel", "slug": slug, "name": slug, "visibility": "private"}
        return chats_create.sync(client=self.client, body=CreateChat.from_dict(body)).id

    def invite(self, chat_id: str) -> str:
        return invites_create.sync(chat_id, client=self.client, body=CreateInvite()).code

    def accept(self, code: str) -> None:
        invites_accept.sync(code, client=self.client)

    def send(self, chat_id: str, text: str) -> str:
        return self.parley.send(chat_id, text).id

    def texts(self, chat_id: str) -> list[str]:
        page = messages_list.sync(chat_id, client=self.client, limit=100)
        return [message.text for message in page.items if message.kind == "text"]

    def report(self, message_id: str) -> None:
        body = Complaint.from_dict({"category": "spam"})
        reports_report_message.sync_detailed(message_id, client=self.client, body=body)

    def open_reports(self) -> dict[str, str]:
        return {report.message.id: report.id for report in items_of(reports_list, self.parley)}

    def handle(self, report_id: str, act: str, until: str | None = None) -> None:
        body = {"act": act, "reason": "As the story has it"} | ({"until": until} if until else {})
        reports_handle.sync(report_id, client=self.client, body=HandleReport.from_dict(body))

    def make_bot(self, username: str) -> str:
        bot = bots_make.sync(client=self.client, body=NewBot(username=username, name=username))
        body = NewToken.from_dict({"name": "story", "scopes": BOT_SCOPES})
        return bots_make_token.sync(bot.id, client=self.client, body=body).token

    def suspended(self) -> list[str]:
        all_of_them = items_of(admin_users_list, self.parley, state=AdminUsersListState.SUSPENDED)
        return [account.username for account in all_of_them]

    def export_own(self) -> dict[str, Any]:
        ended = threading.Event()
        with Live.connect(self.parley, chat_ids=[]) as live:
            live.on("export_ended", lambda _: ended.set())
            ordered = exports_order.sync(client=self.client)
            ended.wait()
        mine = exports_list.sync(client=self.client)
        archive = next(one.archive for one in mine.items if one.id == ordered.id)
        content = httpx.get(url + archive.url).content
        sha256 = hashlib.sha256(content).hexdigest()
        assert sha256 == archive.sha256
        return {"sizeBytes": len(content), "sha256": sha256}

    def audit_actions(self) -> list[str]:
        lines = admin_audit_export.sync_detailed(client=self.client).content.splitlines()
        return [json.loads(line)["action"] for line in lines]

    def is_audit_intact(self) -> bool:
        return admin_audit_verify.sync(client=self.client).is_intact


clerks: dict[str, Clerk] = {}
for line in sys.stdin:
    who, what, *given = json.loads(line)
    try:
        answer = {"done": getattr(clerks.setdefault(who, Clerk()), what)(*given)}
    except ProblemError as problem:
        answer = {"problem": problem.code}
    print(json.dumps(answer), flush=True)
