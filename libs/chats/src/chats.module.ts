import {
  AccessApi,
  AudienceApi,
  ChatKeepingApi,
  ChatsApi,
  ImportedChatsApi,
  InvitesApi,
  MembersApi,
  ReadsApi,
  RetentionApi,
} from '@app/contracts';
import { LiveSettings, provideApi } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { AudienceService } from './audience.service.js';
import { Blocks } from './blocks.js';
import { ChatAnnouncer } from './chat-announcer.js';
import { ChatChanges } from './chat-changes.js';
import { ChatCommit } from './chat-commit.js';
import { ChatCreation } from './chat-creation.js';
import { ChatEditor } from './chat-editor.js';
import { ChatKeepingService } from './chat-keeping.service.js';
import { ChatKeysRepository } from './chat-keys.repository.js';
import { ChatMemory } from './chat-memory.js';
import { ChatPurge } from './chat-purge.js';
import { ChatContents } from './chat-contents.js';
import { ChatRemains } from './chat-remains.js';
import { ChatProjector } from './chat-projector.js';
import { ChatsRepository } from './chats.repository.js';
import { ChatsService } from './chats.service.js';
import { ChatView } from './chat-view.js';
import { Directory } from './directory.js';
import { Entrance } from './entrance.js';
import { Heirs } from './heirs.js';
import { HiddenChats } from './hidden-chats.js';
import { InvitesRepository } from './invites.repository.js';
import { InvitesService } from './invites.service.js';
import { MemberList } from './member-list.js';
import { MemberMarksRepository } from './member-marks.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { MembersService } from './members.service.js';
import { MentionFinder } from './mention-finder.js';
import { MentionsRepository } from './mentions.repository.js';
import { Mutes } from './mutes.js';
import { MyChats } from './my-chats.js';
import { MyHides } from './my-hides.js';
import { MyMarks } from './my-marks.js';
import { MySettings } from './my-settings.js';
import { ImportedChatsService } from './imported-chats.service.js';
import { Newcomers } from './newcomers.js';
import { PlainCommit } from './plain-commit.js';
import { ProjectionFeed } from './projection-feed.js';
import { SpecialSlotsRepository } from './special-slots.repository.js';
import { ReadMarks } from './read-marks.js';
import { ReadsService } from './reads.service.js';
import { ReadStates } from './read-states.js';
import { ReceiptsPolicy } from './receipts-policy.js';
import { ChatExpiry } from './retention/chat-expiry.js';
import { ExpiryFinder } from './retention/expiry-finder.js';
import { ExpiryRound } from './retention/expiry-round.js';
import { HistoryStart } from './retention/history-start.js';
import { KeptChatsRepository } from './retention/kept-chats.repository.js';
import { RetentionJobs } from './retention/retention-jobs.js';
import { RetentionPreview } from './retention/retention-preview.js';
import { RetentionRulesRepository } from './retention/retention-rules.repository.js';
import { RetentionRunsRepository } from './retention/retention-runs.repository.js';
import { RetentionService } from './retention/retention.service.js';
import { SlotEraser } from './retention/slot-eraser.js';
import { RisingMarks } from './rising-marks.js';
import { SlotProjection } from './slot-projection.js';
import { Welcome } from './welcome.js';

const repositories = [
  ChatKeysRepository,
  ChatsRepository,
  InvitesRepository,
  KeptChatsRepository,
  MemberMarksRepository,
  MembershipsRepository,
  MentionsRepository,
  RetentionRulesRepository,
  RetentionRunsRepository,
  SpecialSlotsRepository,
];

const derivation = [
  ChatAnnouncer,
  ChatCommit,
  ChatMemory,
  ChatProjector,
  MentionFinder,
  PlainCommit,
  ProjectionFeed,
  SlotProjection,
];

const reading = [
  Blocks,
  ChatView,
  Directory,
  Heirs,
  MemberList,
  MyChats,
  MyHides,
  LiveSettings,
  Mutes,
  MyMarks,
  ReadMarks,
  ReadStates,
];

const changing = [
  ChatChanges,
  ChatCreation,
  ChatEditor,
  ChatPurge,
  ChatContents,
  ChatRemains,
  Entrance,
  HiddenChats,
  MySettings,
  Newcomers,
  ReceiptsPolicy,
  RisingMarks,
  Welcome,
];

/** For how long messages are kept, and what takes them away then. */
const keeping = [
  ChatExpiry,
  ExpiryFinder,
  ExpiryRound,
  HistoryStart,
  RetentionJobs,
  RetentionPreview,
  SlotEraser,
];

/** Global, since other modules know the ports and must not know who brings them. */
@Global()
@Module({
  providers: [
    ...repositories,
    ...derivation,
    ...reading,
    ...changing,
    ...keeping,
    ...provideApi(AccessApi, AccessService),
    ...provideApi(AudienceApi, AudienceService),
    ...provideApi(ChatKeepingApi, ChatKeepingService),
    ...provideApi(ChatsApi, ChatsService),
    ...provideApi(ImportedChatsApi, ImportedChatsService),
    ...provideApi(InvitesApi, InvitesService),
    ...provideApi(MembersApi, MembersService),
    ...provideApi(ReadsApi, ReadsService),
    ...provideApi(RetentionApi, RetentionService),
  ],
  exports: [
    AccessApi,
    AudienceApi,
    ChatKeepingApi,
    ChatsApi,
    ImportedChatsApi,
    InvitesApi,
    MembersApi,
    ReadsApi,
    RetentionApi,
  ],
})
export class ChatsModule {}
