""" Contains all the data models used in inputs/outputs, each loaded when it is asked for """

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .account import Account
    from .account_page import AccountPage
    from .account_patch import AccountPatch
    from .account_patch_role import AccountPatchRole
    from .account_patch_state import AccountPatchState
    from .account_role import AccountRole
    from .account_status import AccountStatus
    from .add_members import AddMembers
    from .admin_chat import AdminChat
    from .admin_chat_page import AdminChatPage
    from .admin_chat_patch import AdminChatPatch
    from .admin_chat_type import AdminChatType
    from .admin_chat_visibility import AdminChatVisibility
    from .admin_chats_list_state import AdminChatsListState
    from .admin_chats_list_type import AdminChatsListType
    from .admin_jobs_list_state import AdminJobsListState
    from .admin_users_list_role import AdminUsersListRole
    from .admin_users_list_state import AdminUsersListState
    from .announcement import Announcement
    from .announcement_list import AnnouncementList
    from .announcement_severity import AnnouncementSeverity
    from .audit_entry import AuditEntry
    from .audit_entry_actor import AuditEntryActor
    from .audit_entry_actor_role import AuditEntryActorRole
    from .audit_entry_after import AuditEntryAfter
    from .audit_entry_before import AuditEntryBefore
    from .audit_entry_outcome import AuditEntryOutcome
    from .audit_fault import AuditFault
    from .audit_fault_reason import AuditFaultReason
    from .audit_head import AuditHead
    from .audit_page import AuditPage
    from .audit_target import AuditTarget
    from .audit_target_kind import AuditTargetKind
    from .audit_verdict import AuditVerdict
    from .avatars_give_to_bot_body import AvatarsGiveToBotBody
    from .avatars_give_to_chat_body import AvatarsGiveToChatBody
    from .avatars_give_to_myself_body import AvatarsGiveToMyselfBody
    from .avatars_read_size import AvatarsReadSize
    from .backup import Backup
    from .backup_archive import BackupArchive
    from .backup_list import BackupList
    from .backup_state import BackupState
    from .batch_result import BatchResult
    from .call import Call
    from .call_kind import CallKind
    from .call_media import CallMedia
    from .call_page import CallPage
    from .call_parties_item import CallPartiesItem
    from .call_parties_item_media import CallPartiesItemMedia
    from .call_parties_item_muted import CallPartiesItemMuted
    from .call_parties_item_state import CallPartiesItemState
    from .call_reason import CallReason
    from .call_state import CallState
    from .call_summary import CallSummary
    from .call_summary_media import CallSummaryMedia
    from .call_summary_reason import CallSummaryReason
    from .call_via import CallVia
    from .change_page import ChangePage
    from .change_page_page import ChangePagePage
    from .change_password import ChangePassword
    from .change_role import ChangeRole
    from .change_role_role import ChangeRoleRole
    from .chat import Chat
    from .chat_file import ChatFile
    from .chat_file_kind import ChatFileKind
    from .chat_file_page import ChatFilePage
    from .chat_files_list_kind import ChatFilesListKind
    from .chat_history_visibility import ChatHistoryVisibility
    from .chat_member import ChatMember
    from .chat_member_role import ChatMemberRole
    from .chat_my_role import ChatMyRole
    from .chat_page import ChatPage
    from .chat_patch import ChatPatch
    from .chat_patch_post_policy import ChatPatchPostPolicy
    from .chat_patch_visibility import ChatPatchVisibility
    from .chat_post_policy import ChatPostPolicy
    from .chat_retention import ChatRetention
    from .chat_retention_page import ChatRetentionPage
    from .chat_retention_rule import ChatRetentionRule
    from .chat_retention_type import ChatRetentionType
    from .chat_settings import ChatSettings
    from .chat_settings_level import ChatSettingsLevel
    from .chat_settings_patch import ChatSettingsPatch
    from .chat_settings_patch_level import ChatSettingsPatchLevel
    from .chat_settings_patch_receipts import ChatSettingsPatchReceipts
    from .chat_settings_receipts import ChatSettingsReceipts
    from .chat_type import ChatType
    from .chat_visibility import ChatVisibility
    from .complaint import Complaint
    from .complaint_category import ComplaintCategory
    from .create_chat import CreateChat
    from .create_chat_history_visibility import CreateChatHistoryVisibility
    from .create_chat_post_policy import CreateChatPostPolicy
    from .create_chat_type import CreateChatType
    from .create_chat_visibility import CreateChatVisibility
    from .create_invite import CreateInvite
    from .data_export import DataExport
    from .data_export_list import DataExportList
    from .data_export_state import DataExportState
    from .day_stats import DayStats
    from .directory_entry import DirectoryEntry
    from .directory_entry_visibility import DirectoryEntryVisibility
    from .directory_page import DirectoryPage
    from .edit_message import EditMessage
    from .export_archive import ExportArchive
    from .fact_backlog import FactBacklog
    from .file import File
    from .file_details import FileDetails
    from .file_link import FileLink
    from .file_link_preview import FileLinkPreview
    from .file_link_previews_item import FileLinkPreviewsItem
    from .file_links import FileLinks
    from .file_meta import FileMeta
    from .file_meta_preview import FileMetaPreview
    from .file_preview import FilePreview
    from .file_quota import FileQuota
    from .files_preview_size import FilesPreviewSize
    from .files_read_download import FilesReadDownload
    from .files_upload_body import FilesUploadBody
    from .found_chat import FoundChat
    from .found_chat_type import FoundChatType
    from .found_everything import FoundEverything
    from .found_everything_away_item import FoundEverythingAwayItem
    from .found_file import FoundFile
    from .found_file_ranges_item import FoundFileRangesItem
    from .found_message import FoundMessage
    from .found_message_ranges_item import FoundMessageRangesItem
    from .found_messages import FoundMessages
    from .handle_report import HandleReport
    from .handle_report_act import HandleReportAct
    from .hidden_slots import HiddenSlots
    from .hook_post import HookPost
    from .hook_post_attachments_type_0_item import HookPostAttachmentsType0Item
    from .hook_post_attachments_type_0_item_blocks_type_0_item import HookPostAttachmentsType0ItemBlocksType0Item
    from .hook_post_blocks_type_0_item import HookPostBlocksType0Item
    from .hook_posted import HookPosted
    from .ice_server import IceServer
    from .ice_servers import IceServers
    from .import_ import Import
    from .import_counts import ImportCounts
    from .import_list import ImportList
    from .import_note import ImportNote
    from .import_note_reason import ImportNoteReason
    from .import_progress import ImportProgress
    from .import_refusal import ImportRefusal
    from .import_refusal_reason import ImportRefusalReason
    from .import_source import ImportSource
    from .import_state import ImportState
    from .incoming_webhook import IncomingWebhook
    from .incoming_webhook_page import IncomingWebhookPage
    from .incoming_webhook_patch import IncomingWebhookPatch
    from .incoming_webhook_patch_state import IncomingWebhookPatchState
    from .incoming_webhook_state import IncomingWebhookState
    from .incoming_webhook_with_path import IncomingWebhookWithPath
    from .incoming_webhook_with_path_state import IncomingWebhookWithPathState
    from .invite import Invite
    from .invite_list import InviteList
    from .invite_preview import InvitePreview
    from .invite_preview_chat_type import InvitePreviewChatType
    from .job import Job
    from .job_count_list import JobCountList
    from .job_counts import JobCounts
    from .job_page import JobPage
    from .job_state import JobState
    from .kept_for import KeptFor
    from .live_calls import LiveCalls
    from .log_in import LogIn
    from .made_announcement import MadeAnnouncement
    from .made_announcement_page import MadeAnnouncementPage
    from .made_announcement_severity import MadeAnnouncementSeverity
    from .made_announcement_state import MadeAnnouncementState
    from .made_token import MadeToken
    from .made_token_scopes_item import MadeTokenScopesItem
    from .me import Me
    from .me_role import MeRole
    from .me_status import MeStatus
    from .member_page import MemberPage
    from .message import Message
    from .message_file import MessageFile
    from .message_history import MessageHistory
    from .message_history_items_item import MessageHistoryItemsItem
    from .message_items import MessageItems
    from .message_kind import MessageKind
    from .message_page import MessagePage
    from .message_page_page import MessagePagePage
    from .message_receipts import MessageReceipts
    from .message_system_type_0 import MessageSystemType0
    from .message_system_type_0_kind import MessageSystemType0Kind
    from .message_system_type_0_members_item import MessageSystemType0MembersItem
    from .message_system_type_0_members_item_role import MessageSystemType0MembersItemRole
    from .message_system_type_0_traits import MessageSystemType0Traits
    from .message_system_type_0_traits_history_visibility import MessageSystemType0TraitsHistoryVisibility
    from .message_system_type_0_traits_post_policy import MessageSystemType0TraitsPostPolicy
    from .message_system_type_0_traits_visibility import MessageSystemType0TraitsVisibility
    from .message_system_type_1 import MessageSystemType1
    from .message_system_type_2 import MessageSystemType2
    from .message_system_type_3 import MessageSystemType3
    from .message_system_type_4 import MessageSystemType4
    from .message_system_type_5 import MessageSystemType5
    from .message_system_type_5_role import MessageSystemType5Role
    from .message_system_type_6 import MessageSystemType6
    from .message_system_type_7 import MessageSystemType7
    from .message_system_type_7_changes import MessageSystemType7Changes
    from .message_system_type_7_changes_history_visibility import MessageSystemType7ChangesHistoryVisibility
    from .message_system_type_7_changes_post_policy import MessageSystemType7ChangesPostPolicy
    from .message_system_type_7_changes_visibility import MessageSystemType7ChangesVisibility
    from .message_system_type_8 import MessageSystemType8
    from .messages_remove_scope import MessagesRemoveScope
    from .mute import Mute
    from .new_announcement import NewAnnouncement
    from .new_announcement_severity import NewAnnouncementSeverity
    from .new_backup import NewBackup
    from .new_bot import NewBot
    from .new_drain import NewDrain
    from .new_import import NewImport
    from .new_import_source import NewImportSource
    from .new_incoming_webhook import NewIncomingWebhook
    from .new_token import NewToken
    from .new_token_scopes_item import NewTokenScopesItem
    from .new_webhook import NewWebhook
    from .new_webhook_events_item import NewWebhookEventsItem
    from .notice import Notice
    from .notice_kind import NoticeKind
    from .notice_page import NoticePage
    from .notification import Notification
    from .notification_count import NotificationCount
    from .notification_kind import NotificationKind
    from .notification_page import NotificationPage
    from .notification_settings import NotificationSettings
    from .notification_settings_language import NotificationSettingsLanguage
    from .notification_settings_patch import NotificationSettingsPatch
    from .notification_settings_patch_language import NotificationSettingsPatchLanguage
    from .notification_settings_patch_push import NotificationSettingsPatchPush
    from .notification_settings_push import NotificationSettingsPush
    from .origin import Origin
    from .page_info import PageInfo
    from .pin_page import PinPage
    from .problem import Problem
    from .problem_code import ProblemCode
    from .problem_params import ProblemParams
    from .problem_type import ProblemType
    from .process_loads import ProcessLoads
    from .profile import Profile
    from .profile_role import ProfileRole
    from .profile_status import ProfileStatus
    from .public_config import PublicConfig
    from .public_config_registration import PublicConfigRegistration
    from .purge_order import PurgeOrder
    from .push_device import PushDevice
    from .push_device_keys import PushDeviceKeys
    from .push_endpoint import PushEndpoint
    from .push_offer import PushOffer
    from .quiet_hours import QuietHours
    from .reaction import Reaction
    from .read_notifications_type_0 import ReadNotificationsType0
    from .read_notifications_type_1 import ReadNotificationsType1
    from .refresh import Refresh
    from .register import Register
    from .report import Report
    from .report_complaints_item import ReportComplaintsItem
    from .report_complaints_item_category import ReportComplaintsItemCategory
    from .report_outcome import ReportOutcome
    from .report_outcome_act import ReportOutcomeAct
    from .report_page import ReportPage
    from .report_state import ReportState
    from .reported_message import ReportedMessage
    from .reports_list_state import ReportsListState
    from .request_backlog import RequestBacklog
    from .reset_link import ResetLink
    from .reset_password import ResetPassword
    from .retention_patch import RetentionPatch
    from .retention_preview import RetentionPreview
    from .retention_preview_items_item import RetentionPreviewItemsItem
    from .retention_preview_items_item_type import RetentionPreviewItemsItemType
    from .retention_run import RetentionRun
    from .retention_run_state import RetentionRunState
    from .retention_state import RetentionState
    from .search_messages_order import SearchMessagesOrder
    from .send_batch import SendBatch
    from .send_message import SendMessage
    from .send_result_type_0 import SendResultType0
    from .send_result_type_1 import SendResultType1
    from .server_process import ServerProcess
    from .server_process_checks import ServerProcessChecks
    from .server_process_checks_additional_property import ServerProcessChecksAdditionalProperty
    from .server_process_state import ServerProcessState
    from .service_breaker import ServiceBreaker
    from .service_breaker_state import ServiceBreakerState
    from .session import Session
    from .session_list import SessionList
    from .settings_patch import SettingsPatch
    from .settings_patch_settings import SettingsPatchSettings
    from .settings_patch_settings_channels_by import SettingsPatchSettingsChannelsBy
    from .settings_patch_settings_groups_by import SettingsPatchSettingsGroupsBy
    from .settings_patch_settings_registration import SettingsPatchSettingsRegistration
    from .settings_state import SettingsState
    from .settings_state_server import SettingsStateServer
    from .signed_in import SignedIn
    from .snippet import Snippet
    from .stats import Stats
    from .stats_away_item import StatsAwayItem
    from .stats_calls import StatsCalls
    from .stats_chats import StatsChats
    from .stats_storage import StatsStorage
    from .stats_users import StatsUsers
    from .sync_item import SyncItem
    from .sync_item_my_role import SyncItemMyRole
    from .sync_page import SyncPage
    from .token import Token
    from .token_list import TokenList
    from .token_scopes_item import TokenScopesItem
    from .topology import Topology
    from .unsubscribe_ask_language import UnsubscribeAskLanguage
    from .unsubscribe_end_language import UnsubscribeEndLanguage
    from .user import User
    from .user_list import UserList
    from .user_page import UserPage
    from .user_patch import UserPatch
    from .user_patch_role import UserPatchRole
    from .user_patch_settings import UserPatchSettings
    from .user_patch_settings_theme import UserPatchSettingsTheme
    from .user_role import UserRole
    from .user_settings import UserSettings
    from .user_settings_theme import UserSettingsTheme
    from .user_status import UserStatus
    from .version import Version
    from .warning import Warning_
    from .waveform import Waveform
    from .webhook import Webhook
    from .webhook_delivery import WebhookDelivery
    from .webhook_delivery_page import WebhookDeliveryPage
    from .webhook_delivery_state import WebhookDeliveryState
    from .webhook_delivery_type import WebhookDeliveryType
    from .webhook_event import WebhookEvent
    from .webhook_event_type import WebhookEventType
    from .webhook_events_item import WebhookEventsItem
    from .webhook_page import WebhookPage
    from .webhook_patch import WebhookPatch
    from .webhook_patch_events_item import WebhookPatchEventsItem
    from .webhook_patch_state import WebhookPatchState
    from .webhook_state import WebhookState
    from .webhook_with_secret import WebhookWithSecret
    from .webhook_with_secret_events_item import WebhookWithSecretEventsItem
    from .webhook_with_secret_state import WebhookWithSecretState
    from .webhooks_deliveries_state import WebhooksDeliveriesState
    from .with_reason import WithReason
    from .workspace_settings import WorkspaceSettings
    from .workspace_settings_channels_by import WorkspaceSettingsChannelsBy
    from .workspace_settings_groups_by import WorkspaceSettingsGroupsBy
    from .workspace_settings_registration import WorkspaceSettingsRegistration
else:
    _MODULES = {
        "Account": "account",
        "AccountPage": "account_page",
        "AccountPatch": "account_patch",
        "AccountPatchRole": "account_patch_role",
        "AccountPatchState": "account_patch_state",
        "AccountRole": "account_role",
        "AccountStatus": "account_status",
        "AddMembers": "add_members",
        "AdminChat": "admin_chat",
        "AdminChatPage": "admin_chat_page",
        "AdminChatPatch": "admin_chat_patch",
        "AdminChatType": "admin_chat_type",
        "AdminChatVisibility": "admin_chat_visibility",
        "AdminChatsListState": "admin_chats_list_state",
        "AdminChatsListType": "admin_chats_list_type",
        "AdminJobsListState": "admin_jobs_list_state",
        "AdminUsersListRole": "admin_users_list_role",
        "AdminUsersListState": "admin_users_list_state",
        "Announcement": "announcement",
        "AnnouncementList": "announcement_list",
        "AnnouncementSeverity": "announcement_severity",
        "AuditEntry": "audit_entry",
        "AuditEntryActor": "audit_entry_actor",
        "AuditEntryActorRole": "audit_entry_actor_role",
        "AuditEntryAfter": "audit_entry_after",
        "AuditEntryBefore": "audit_entry_before",
        "AuditEntryOutcome": "audit_entry_outcome",
        "AuditFault": "audit_fault",
        "AuditFaultReason": "audit_fault_reason",
        "AuditHead": "audit_head",
        "AuditPage": "audit_page",
        "AuditTarget": "audit_target",
        "AuditTargetKind": "audit_target_kind",
        "AuditVerdict": "audit_verdict",
        "AvatarsGiveToBotBody": "avatars_give_to_bot_body",
        "AvatarsGiveToChatBody": "avatars_give_to_chat_body",
        "AvatarsGiveToMyselfBody": "avatars_give_to_myself_body",
        "AvatarsReadSize": "avatars_read_size",
        "Backup": "backup",
        "BackupArchive": "backup_archive",
        "BackupList": "backup_list",
        "BackupState": "backup_state",
        "BatchResult": "batch_result",
        "Call": "call",
        "CallKind": "call_kind",
        "CallMedia": "call_media",
        "CallPage": "call_page",
        "CallPartiesItem": "call_parties_item",
        "CallPartiesItemMedia": "call_parties_item_media",
        "CallPartiesItemMuted": "call_parties_item_muted",
        "CallPartiesItemState": "call_parties_item_state",
        "CallReason": "call_reason",
        "CallState": "call_state",
        "CallSummary": "call_summary",
        "CallSummaryMedia": "call_summary_media",
        "CallSummaryReason": "call_summary_reason",
        "CallVia": "call_via",
        "ChangePage": "change_page",
        "ChangePagePage": "change_page_page",
        "ChangePassword": "change_password",
        "ChangeRole": "change_role",
        "ChangeRoleRole": "change_role_role",
        "Chat": "chat",
        "ChatFile": "chat_file",
        "ChatFileKind": "chat_file_kind",
        "ChatFilePage": "chat_file_page",
        "ChatFilesListKind": "chat_files_list_kind",
        "ChatHistoryVisibility": "chat_history_visibility",
        "ChatMember": "chat_member",
        "ChatMemberRole": "chat_member_role",
        "ChatMyRole": "chat_my_role",
        "ChatPage": "chat_page",
        "ChatPatch": "chat_patch",
        "ChatPatchPostPolicy": "chat_patch_post_policy",
        "ChatPatchVisibility": "chat_patch_visibility",
        "ChatPostPolicy": "chat_post_policy",
        "ChatRetention": "chat_retention",
        "ChatRetentionPage": "chat_retention_page",
        "ChatRetentionRule": "chat_retention_rule",
        "ChatRetentionType": "chat_retention_type",
        "ChatSettings": "chat_settings",
        "ChatSettingsLevel": "chat_settings_level",
        "ChatSettingsPatch": "chat_settings_patch",
        "ChatSettingsPatchLevel": "chat_settings_patch_level",
        "ChatSettingsPatchReceipts": "chat_settings_patch_receipts",
        "ChatSettingsReceipts": "chat_settings_receipts",
        "ChatType": "chat_type",
        "ChatVisibility": "chat_visibility",
        "Complaint": "complaint",
        "ComplaintCategory": "complaint_category",
        "CreateChat": "create_chat",
        "CreateChatHistoryVisibility": "create_chat_history_visibility",
        "CreateChatPostPolicy": "create_chat_post_policy",
        "CreateChatType": "create_chat_type",
        "CreateChatVisibility": "create_chat_visibility",
        "CreateInvite": "create_invite",
        "DataExport": "data_export",
        "DataExportList": "data_export_list",
        "DataExportState": "data_export_state",
        "DayStats": "day_stats",
        "DirectoryEntry": "directory_entry",
        "DirectoryEntryVisibility": "directory_entry_visibility",
        "DirectoryPage": "directory_page",
        "EditMessage": "edit_message",
        "ExportArchive": "export_archive",
        "FactBacklog": "fact_backlog",
        "File": "file",
        "FileDetails": "file_details",
        "FileLink": "file_link",
        "FileLinkPreview": "file_link_preview",
        "FileLinkPreviewsItem": "file_link_previews_item",
        "FileLinks": "file_links",
        "FileMeta": "file_meta",
        "FileMetaPreview": "file_meta_preview",
        "FilePreview": "file_preview",
        "FileQuota": "file_quota",
        "FilesPreviewSize": "files_preview_size",
        "FilesReadDownload": "files_read_download",
        "FilesUploadBody": "files_upload_body",
        "FoundChat": "found_chat",
        "FoundChatType": "found_chat_type",
        "FoundEverything": "found_everything",
        "FoundEverythingAwayItem": "found_everything_away_item",
        "FoundFile": "found_file",
        "FoundFileRangesItem": "found_file_ranges_item",
        "FoundMessage": "found_message",
        "FoundMessageRangesItem": "found_message_ranges_item",
        "FoundMessages": "found_messages",
        "HandleReport": "handle_report",
        "HandleReportAct": "handle_report_act",
        "HiddenSlots": "hidden_slots",
        "HookPost": "hook_post",
        "HookPostAttachmentsType0Item": "hook_post_attachments_type_0_item",
        "HookPostAttachmentsType0ItemBlocksType0Item": "hook_post_attachments_type_0_item_blocks_type_0_item",
        "HookPostBlocksType0Item": "hook_post_blocks_type_0_item",
        "HookPosted": "hook_posted",
        "IceServer": "ice_server",
        "IceServers": "ice_servers",
        "Import": "import_",
        "ImportCounts": "import_counts",
        "ImportList": "import_list",
        "ImportNote": "import_note",
        "ImportNoteReason": "import_note_reason",
        "ImportProgress": "import_progress",
        "ImportRefusal": "import_refusal",
        "ImportRefusalReason": "import_refusal_reason",
        "ImportSource": "import_source",
        "ImportState": "import_state",
        "IncomingWebhook": "incoming_webhook",
        "IncomingWebhookPage": "incoming_webhook_page",
        "IncomingWebhookPatch": "incoming_webhook_patch",
        "IncomingWebhookPatchState": "incoming_webhook_patch_state",
        "IncomingWebhookState": "incoming_webhook_state",
        "IncomingWebhookWithPath": "incoming_webhook_with_path",
        "IncomingWebhookWithPathState": "incoming_webhook_with_path_state",
        "Invite": "invite",
        "InviteList": "invite_list",
        "InvitePreview": "invite_preview",
        "InvitePreviewChatType": "invite_preview_chat_type",
        "Job": "job",
        "JobCountList": "job_count_list",
        "JobCounts": "job_counts",
        "JobPage": "job_page",
        "JobState": "job_state",
        "KeptFor": "kept_for",
        "LiveCalls": "live_calls",
        "LogIn": "log_in",
        "MadeAnnouncement": "made_announcement",
        "MadeAnnouncementPage": "made_announcement_page",
        "MadeAnnouncementSeverity": "made_announcement_severity",
        "MadeAnnouncementState": "made_announcement_state",
        "MadeToken": "made_token",
        "MadeTokenScopesItem": "made_token_scopes_item",
        "Me": "me",
        "MeRole": "me_role",
        "MeStatus": "me_status",
        "MemberPage": "member_page",
        "Message": "message",
        "MessageFile": "message_file",
        "MessageHistory": "message_history",
        "MessageHistoryItemsItem": "message_history_items_item",
        "MessageItems": "message_items",
        "MessageKind": "message_kind",
        "MessagePage": "message_page",
        "MessagePagePage": "message_page_page",
        "MessageReceipts": "message_receipts",
        "MessageSystemType0": "message_system_type_0",
        "MessageSystemType0Kind": "message_system_type_0_kind",
        "MessageSystemType0MembersItem": "message_system_type_0_members_item",
        "MessageSystemType0MembersItemRole": "message_system_type_0_members_item_role",
        "MessageSystemType0Traits": "message_system_type_0_traits",
        "MessageSystemType0TraitsHistoryVisibility": "message_system_type_0_traits_history_visibility",
        "MessageSystemType0TraitsPostPolicy": "message_system_type_0_traits_post_policy",
        "MessageSystemType0TraitsVisibility": "message_system_type_0_traits_visibility",
        "MessageSystemType1": "message_system_type_1",
        "MessageSystemType2": "message_system_type_2",
        "MessageSystemType3": "message_system_type_3",
        "MessageSystemType4": "message_system_type_4",
        "MessageSystemType5": "message_system_type_5",
        "MessageSystemType5Role": "message_system_type_5_role",
        "MessageSystemType6": "message_system_type_6",
        "MessageSystemType7": "message_system_type_7",
        "MessageSystemType7Changes": "message_system_type_7_changes",
        "MessageSystemType7ChangesHistoryVisibility": "message_system_type_7_changes_history_visibility",
        "MessageSystemType7ChangesPostPolicy": "message_system_type_7_changes_post_policy",
        "MessageSystemType7ChangesVisibility": "message_system_type_7_changes_visibility",
        "MessageSystemType8": "message_system_type_8",
        "MessagesRemoveScope": "messages_remove_scope",
        "Mute": "mute",
        "NewAnnouncement": "new_announcement",
        "NewAnnouncementSeverity": "new_announcement_severity",
        "NewBackup": "new_backup",
        "NewBot": "new_bot",
        "NewDrain": "new_drain",
        "NewImport": "new_import",
        "NewImportSource": "new_import_source",
        "NewIncomingWebhook": "new_incoming_webhook",
        "NewToken": "new_token",
        "NewTokenScopesItem": "new_token_scopes_item",
        "NewWebhook": "new_webhook",
        "NewWebhookEventsItem": "new_webhook_events_item",
        "Notice": "notice",
        "NoticeKind": "notice_kind",
        "NoticePage": "notice_page",
        "Notification": "notification",
        "NotificationCount": "notification_count",
        "NotificationKind": "notification_kind",
        "NotificationPage": "notification_page",
        "NotificationSettings": "notification_settings",
        "NotificationSettingsLanguage": "notification_settings_language",
        "NotificationSettingsPatch": "notification_settings_patch",
        "NotificationSettingsPatchLanguage": "notification_settings_patch_language",
        "NotificationSettingsPatchPush": "notification_settings_patch_push",
        "NotificationSettingsPush": "notification_settings_push",
        "Origin": "origin",
        "PageInfo": "page_info",
        "PinPage": "pin_page",
        "Problem": "problem",
        "ProblemCode": "problem_code",
        "ProblemParams": "problem_params",
        "ProblemType": "problem_type",
        "ProcessLoads": "process_loads",
        "Profile": "profile",
        "ProfileRole": "profile_role",
        "ProfileStatus": "profile_status",
        "PublicConfig": "public_config",
        "PublicConfigRegistration": "public_config_registration",
        "PurgeOrder": "purge_order",
        "PushDevice": "push_device",
        "PushDeviceKeys": "push_device_keys",
        "PushEndpoint": "push_endpoint",
        "PushOffer": "push_offer",
        "QuietHours": "quiet_hours",
        "Reaction": "reaction",
        "ReadNotificationsType0": "read_notifications_type_0",
        "ReadNotificationsType1": "read_notifications_type_1",
        "Refresh": "refresh",
        "Register": "register",
        "Report": "report",
        "ReportComplaintsItem": "report_complaints_item",
        "ReportComplaintsItemCategory": "report_complaints_item_category",
        "ReportOutcome": "report_outcome",
        "ReportOutcomeAct": "report_outcome_act",
        "ReportPage": "report_page",
        "ReportState": "report_state",
        "ReportedMessage": "reported_message",
        "ReportsListState": "reports_list_state",
        "RequestBacklog": "request_backlog",
        "ResetLink": "reset_link",
        "ResetPassword": "reset_password",
        "RetentionPatch": "retention_patch",
        "RetentionPreview": "retention_preview",
        "RetentionPreviewItemsItem": "retention_preview_items_item",
        "RetentionPreviewItemsItemType": "retention_preview_items_item_type",
        "RetentionRun": "retention_run",
        "RetentionRunState": "retention_run_state",
        "RetentionState": "retention_state",
        "SearchMessagesOrder": "search_messages_order",
        "SendBatch": "send_batch",
        "SendMessage": "send_message",
        "SendResultType0": "send_result_type_0",
        "SendResultType1": "send_result_type_1",
        "ServerProcess": "server_process",
        "ServerProcessChecks": "server_process_checks",
        "ServerProcessChecksAdditionalProperty": "server_process_checks_additional_property",
        "ServerProcessState": "server_process_state",
        "ServiceBreaker": "service_breaker",
        "ServiceBreakerState": "service_breaker_state",
        "Session": "session",
        "SessionList": "session_list",
        "SettingsPatch": "settings_patch",
        "SettingsPatchSettings": "settings_patch_settings",
        "SettingsPatchSettingsChannelsBy": "settings_patch_settings_channels_by",
        "SettingsPatchSettingsGroupsBy": "settings_patch_settings_groups_by",
        "SettingsPatchSettingsRegistration": "settings_patch_settings_registration",
        "SettingsState": "settings_state",
        "SettingsStateServer": "settings_state_server",
        "SignedIn": "signed_in",
        "Snippet": "snippet",
        "Stats": "stats",
        "StatsAwayItem": "stats_away_item",
        "StatsCalls": "stats_calls",
        "StatsChats": "stats_chats",
        "StatsStorage": "stats_storage",
        "StatsUsers": "stats_users",
        "SyncItem": "sync_item",
        "SyncItemMyRole": "sync_item_my_role",
        "SyncPage": "sync_page",
        "Token": "token",
        "TokenList": "token_list",
        "TokenScopesItem": "token_scopes_item",
        "Topology": "topology",
        "UnsubscribeAskLanguage": "unsubscribe_ask_language",
        "UnsubscribeEndLanguage": "unsubscribe_end_language",
        "User": "user",
        "UserList": "user_list",
        "UserPage": "user_page",
        "UserPatch": "user_patch",
        "UserPatchRole": "user_patch_role",
        "UserPatchSettings": "user_patch_settings",
        "UserPatchSettingsTheme": "user_patch_settings_theme",
        "UserRole": "user_role",
        "UserSettings": "user_settings",
        "UserSettingsTheme": "user_settings_theme",
        "UserStatus": "user_status",
        "Version": "version",
        "Warning_": "warning",
        "Waveform": "waveform",
        "Webhook": "webhook",
        "WebhookDelivery": "webhook_delivery",
        "WebhookDeliveryPage": "webhook_delivery_page",
        "WebhookDeliveryState": "webhook_delivery_state",
        "WebhookDeliveryType": "webhook_delivery_type",
        "WebhookEvent": "webhook_event",
        "WebhookEventType": "webhook_event_type",
        "WebhookEventsItem": "webhook_events_item",
        "WebhookPage": "webhook_page",
        "WebhookPatch": "webhook_patch",
        "WebhookPatchEventsItem": "webhook_patch_events_item",
        "WebhookPatchState": "webhook_patch_state",
        "WebhookState": "webhook_state",
        "WebhookWithSecret": "webhook_with_secret",
        "WebhookWithSecretEventsItem": "webhook_with_secret_events_item",
        "WebhookWithSecretState": "webhook_with_secret_state",
        "WebhooksDeliveriesState": "webhooks_deliveries_state",
        "WithReason": "with_reason",
        "WorkspaceSettings": "workspace_settings",
        "WorkspaceSettingsChannelsBy": "workspace_settings_channels_by",
        "WorkspaceSettingsGroupsBy": "workspace_settings_groups_by",
        "WorkspaceSettingsRegistration": "workspace_settings_registration",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        model = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = model
        return model

    def __dir__():
        return __all__

__all__ = (
    "Account",
    "AccountPage",
    "AccountPatch",
    "AccountPatchRole",
    "AccountPatchState",
    "AccountRole",
    "AccountStatus",
    "AddMembers",
    "AdminChat",
    "AdminChatPage",
    "AdminChatPatch",
    "AdminChatsListState",
    "AdminChatsListType",
    "AdminChatType",
    "AdminChatVisibility",
    "AdminJobsListState",
    "AdminUsersListRole",
    "AdminUsersListState",
    "Announcement",
    "AnnouncementList",
    "AnnouncementSeverity",
    "AuditEntry",
    "AuditEntryActor",
    "AuditEntryActorRole",
    "AuditEntryAfter",
    "AuditEntryBefore",
    "AuditEntryOutcome",
    "AuditFault",
    "AuditFaultReason",
    "AuditHead",
    "AuditPage",
    "AuditTarget",
    "AuditTargetKind",
    "AuditVerdict",
    "AvatarsGiveToBotBody",
    "AvatarsGiveToChatBody",
    "AvatarsGiveToMyselfBody",
    "AvatarsReadSize",
    "Backup",
    "BackupArchive",
    "BackupList",
    "BackupState",
    "BatchResult",
    "Call",
    "CallKind",
    "CallMedia",
    "CallPage",
    "CallPartiesItem",
    "CallPartiesItemMedia",
    "CallPartiesItemMuted",
    "CallPartiesItemState",
    "CallReason",
    "CallState",
    "CallSummary",
    "CallSummaryMedia",
    "CallSummaryReason",
    "CallVia",
    "ChangePage",
    "ChangePagePage",
    "ChangePassword",
    "ChangeRole",
    "ChangeRoleRole",
    "Chat",
    "ChatFile",
    "ChatFileKind",
    "ChatFilePage",
    "ChatFilesListKind",
    "ChatHistoryVisibility",
    "ChatMember",
    "ChatMemberRole",
    "ChatMyRole",
    "ChatPage",
    "ChatPatch",
    "ChatPatchPostPolicy",
    "ChatPatchVisibility",
    "ChatPostPolicy",
    "ChatRetention",
    "ChatRetentionPage",
    "ChatRetentionRule",
    "ChatRetentionType",
    "ChatSettings",
    "ChatSettingsLevel",
    "ChatSettingsPatch",
    "ChatSettingsPatchLevel",
    "ChatSettingsPatchReceipts",
    "ChatSettingsReceipts",
    "ChatType",
    "ChatVisibility",
    "Complaint",
    "ComplaintCategory",
    "CreateChat",
    "CreateChatHistoryVisibility",
    "CreateChatPostPolicy",
    "CreateChatType",
    "CreateChatVisibility",
    "CreateInvite",
    "DataExport",
    "DataExportList",
    "DataExportState",
    "DayStats",
    "DirectoryEntry",
    "DirectoryEntryVisibility",
    "DirectoryPage",
    "EditMessage",
    "ExportArchive",
    "FactBacklog",
    "File",
    "FileDetails",
    "FileLink",
    "FileLinkPreview",
    "FileLinkPreviewsItem",
    "FileLinks",
    "FileMeta",
    "FileMetaPreview",
    "FilePreview",
    "FileQuota",
    "FilesPreviewSize",
    "FilesReadDownload",
    "FilesUploadBody",
    "FoundChat",
    "FoundChatType",
    "FoundEverything",
    "FoundEverythingAwayItem",
    "FoundFile",
    "FoundFileRangesItem",
    "FoundMessage",
    "FoundMessageRangesItem",
    "FoundMessages",
    "HandleReport",
    "HandleReportAct",
    "HiddenSlots",
    "HookPost",
    "HookPostAttachmentsType0Item",
    "HookPostAttachmentsType0ItemBlocksType0Item",
    "HookPostBlocksType0Item",
    "HookPosted",
    "IceServer",
    "IceServers",
    "Import",
    "ImportCounts",
    "ImportList",
    "ImportNote",
    "ImportNoteReason",
    "ImportProgress",
    "ImportRefusal",
    "ImportRefusalReason",
    "ImportSource",
    "ImportState",
    "IncomingWebhook",
    "IncomingWebhookPage",
    "IncomingWebhookPatch",
    "IncomingWebhookPatchState",
    "IncomingWebhookState",
    "IncomingWebhookWithPath",
    "IncomingWebhookWithPathState",
    "Invite",
    "InviteList",
    "InvitePreview",
    "InvitePreviewChatType",
    "Job",
    "JobCountList",
    "JobCounts",
    "JobPage",
    "JobState",
    "KeptFor",
    "LiveCalls",
    "LogIn",
    "MadeAnnouncement",
    "MadeAnnouncementPage",
    "MadeAnnouncementSeverity",
    "MadeAnnouncementState",
    "MadeToken",
    "MadeTokenScopesItem",
    "Me",
    "MemberPage",
    "MeRole",
    "Message",
    "MessageFile",
    "MessageHistory",
    "MessageHistoryItemsItem",
    "MessageItems",
    "MessageKind",
    "MessagePage",
    "MessagePagePage",
    "MessageReceipts",
    "MessagesRemoveScope",
    "MessageSystemType0",
    "MessageSystemType0Kind",
    "MessageSystemType0MembersItem",
    "MessageSystemType0MembersItemRole",
    "MessageSystemType0Traits",
    "MessageSystemType0TraitsHistoryVisibility",
    "MessageSystemType0TraitsPostPolicy",
    "MessageSystemType0TraitsVisibility",
    "MessageSystemType1",
    "MessageSystemType2",
    "MessageSystemType3",
    "MessageSystemType4",
    "MessageSystemType5",
    "MessageSystemType5Role",
    "MessageSystemType6",
    "MessageSystemType7",
    "MessageSystemType7Changes",
    "MessageSystemType7ChangesHistoryVisibility",
    "MessageSystemType7ChangesPostPolicy",
    "MessageSystemType7ChangesVisibility",
    "MessageSystemType8",
    "MeStatus",
    "Mute",
    "NewAnnouncement",
    "NewAnnouncementSeverity",
    "NewBackup",
    "NewBot",
    "NewDrain",
    "NewImport",
    "NewImportSource",
    "NewIncomingWebhook",
    "NewToken",
    "NewTokenScopesItem",
    "NewWebhook",
    "NewWebhookEventsItem",
    "Notice",
    "NoticeKind",
    "NoticePage",
    "Notification",
    "NotificationCount",
    "NotificationKind",
    "NotificationPage",
    "NotificationSettings",
    "NotificationSettingsLanguage",
    "NotificationSettingsPatch",
    "NotificationSettingsPatchLanguage",
    "NotificationSettingsPatchPush",
    "NotificationSettingsPush",
    "Origin",
    "PageInfo",
    "PinPage",
    "Problem",
    "ProblemCode",
    "ProblemParams",
    "ProblemType",
    "ProcessLoads",
    "Profile",
    "ProfileRole",
    "ProfileStatus",
    "PublicConfig",
    "PublicConfigRegistration",
    "PurgeOrder",
    "PushDevice",
    "PushDeviceKeys",
    "PushEndpoint",
    "PushOffer",
    "QuietHours",
    "Reaction",
    "ReadNotificationsType0",
    "ReadNotificationsType1",
    "Refresh",
    "Register",
    "Report",
    "ReportComplaintsItem",
    "ReportComplaintsItemCategory",
    "ReportedMessage",
    "ReportOutcome",
    "ReportOutcomeAct",
    "ReportPage",
    "ReportsListState",
    "ReportState",
    "RequestBacklog",
    "ResetLink",
    "ResetPassword",
    "RetentionPatch",
    "RetentionPreview",
    "RetentionPreviewItemsItem",
    "RetentionPreviewItemsItemType",
    "RetentionRun",
    "RetentionRunState",
    "RetentionState",
    "SearchMessagesOrder",
    "SendBatch",
    "SendMessage",
    "SendResultType0",
    "SendResultType1",
    "ServerProcess",
    "ServerProcessChecks",
    "ServerProcessChecksAdditionalProperty",
    "ServerProcessState",
    "ServiceBreaker",
    "ServiceBreakerState",
    "Session",
    "SessionList",
    "SettingsPatch",
    "SettingsPatchSettings",
    "SettingsPatchSettingsChannelsBy",
    "SettingsPatchSettingsGroupsBy",
    "SettingsPatchSettingsRegistration",
    "SettingsState",
    "SettingsStateServer",
    "SignedIn",
    "Snippet",
    "Stats",
    "StatsAwayItem",
    "StatsCalls",
    "StatsChats",
    "StatsStorage",
    "StatsUsers",
    "SyncItem",
    "SyncItemMyRole",
    "SyncPage",
    "Token",
    "TokenList",
    "TokenScopesItem",
    "Topology",
    "UnsubscribeAskLanguage",
    "UnsubscribeEndLanguage",
    "User",
    "UserList",
    "UserPage",
    "UserPatch",
    "UserPatchRole",
    "UserPatchSettings",
    "UserPatchSettingsTheme",
    "UserRole",
    "UserSettings",
    "UserSettingsTheme",
    "UserStatus",
    "Version",
    "Warning_",
    "Waveform",
    "Webhook",
    "WebhookDelivery",
    "WebhookDeliveryPage",
    "WebhookDeliveryState",
    "WebhookDeliveryType",
    "WebhookEvent",
    "WebhookEventsItem",
    "WebhookEventType",
    "WebhookPage",
    "WebhookPatch",
    "WebhookPatchEventsItem",
    "WebhookPatchState",
    "WebhooksDeliveriesState",
    "WebhookState",
    "WebhookWithSecret",
    "WebhookWithSecretEventsItem",
    "WebhookWithSecretState",
    "WithReason",
    "WorkspaceSettings",
    "WorkspaceSettingsChannelsBy",
    "WorkspaceSettingsGroupsBy",
    "WorkspaceSettingsRegistration",
)
