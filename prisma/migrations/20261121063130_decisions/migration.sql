-- CreateEnum
CREATE TYPE "DecisionStatus" AS ENUM ('draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'unknown');

-- CreateEnum
CREATE TYPE "DecisionTrigger" AS ENUM ('dataFlow', 'newTechnology', 'deprecation', 'externalIntegration');

-- CreateEnum
CREATE TYPE "ImplementationState" AS ENUM ('notStarted', 'inProgress', 'done', 'notNeeded');

-- CreateEnum
CREATE TYPE "RelationType" AS ENUM ('supersedes', 'amends', 'dependsOn', 'relates', 'conflicts');

-- CreateEnum
CREATE TYPE "DebtLinkKind" AS ENUM ('incurs', 'resolves');

-- CreateEnum
CREATE TYPE "DecisionActKind" AS ENUM ('transition', 'reaffirm', 'conditionMet');

-- CreateEnum
CREATE TYPE "VerdictKind" AS ENUM ('approve', 'requestChanges', 'abstain', 'disagreeAndCommit');

-- CreateEnum
CREATE TYPE "VerdictEnd" AS ENUM ('edited', 'dismissed', 'replaced', 'withdrawn');

-- AlterTable
ALTER TABLE "Debt" ALTER COLUMN "labels" SET DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Decision" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "productSentence" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "status" "DecisionStatus" NOT NULL DEFAULT 'draft',
    "rawStatus" TEXT NOT NULL DEFAULT '',
    "statusChangedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedOn" DATE,
    "rawDate" TEXT NOT NULL DEFAULT '',
    "ownerId" UUID,
    "deciders" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "consulted" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "informed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "triggers" "DecisionTrigger"[] DEFAULT ARRAY[]::"DecisionTrigger"[],
    "implementation" "ImplementationState" NOT NULL DEFAULT 'notStarted',
    "revisitOn" DATE,
    "revisitCondition" TEXT NOT NULL DEFAULT '',
    "conditionMetAt" TIMESTAMPTZ(3),
    "conditionNote" TEXT NOT NULL DEFAULT '',
    "expiresOn" DATE,
    "checklist" JSONB NOT NULL DEFAULT '{}',
    "template" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sourcePath" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DecisionSource" (
    "workspaceId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "original" BYTEA NOT NULL,
    "contentHash" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "read" JSONB NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DecisionSource_pkey" PRIMARY KEY ("workspaceId","decisionId")
);

-- CreateTable
CREATE TABLE "DecisionRevision" (
    "workspaceId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "productSentence" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "authorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DecisionRevision_pkey" PRIMARY KEY ("workspaceId","decisionId","number")
);

-- CreateTable
CREATE TABLE "DecisionDraft" (
    "workspaceId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "productSentence" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DecisionDraft_pkey" PRIMARY KEY ("workspaceId","decisionId","memberId")
);

-- CreateTable
CREATE TABLE "DecisionAct" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "kind" "DecisionActKind" NOT NULL,
    "fromStatus" "DecisionStatus",
    "toStatus" "DecisionStatus",
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "revisitOn" DATE,
    "memberId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DecisionAct_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DecisionService" (
    "workspaceId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "DecisionService_pkey" PRIMARY KEY ("workspaceId","decisionId","serviceId")
);

-- CreateTable
CREATE TABLE "DecisionDebt" (
    "workspaceId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "debtId" UUID NOT NULL,
    "kind" "DebtLinkKind" NOT NULL,

    CONSTRAINT "DecisionDebt_pkey" PRIMARY KEY ("workspaceId","decisionId","debtId")
);

-- CreateTable
CREATE TABLE "DecisionRelation" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID,
    "type" "RelationType" NOT NULL,
    "partial" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "targetText" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DecisionRelation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DecisionReviewRequest" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "memberId" UUID,
    "teamId" UUID,
    "requestedById" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "DecisionReviewRequest_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DecisionVerdict" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "VerdictKind" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedAs" "VerdictEnd",
    "endedById" UUID,
    "endReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "DecisionVerdict_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Register" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "home" TEXT NOT NULL DEFAULT '',
    "teamId" UUID,
    "template" TEXT NOT NULL,
    "approvalsRequired" SMALLINT NOT NULL DEFAULT 0,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Register_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DecisionTemplate" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DecisionTemplate_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "RegisterImport" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "options" JSONB NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'uploaded',
    "filesDone" INTEGER NOT NULL DEFAULT 0,
    "filesTotal" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegisterImport_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "RegisterFile" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "contentHash" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterFile_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decisionId" UUID,
    "debtId" UUID,
    "quote" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "revision" INTEGER,
    "changedInRevision" INTEGER,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "workspaceId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "emoji" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("workspaceId","commentId","memberId","emoji")
);

-- CreateTable
CREATE TABLE "Mention" (
    "workspaceId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("workspaceId","commentId","memberId")
);

-- CreateTable
CREATE TABLE "Image" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Decision_workspaceId_registerId_number_idx" ON "Decision"("workspaceId", "registerId", "number");

-- CreateIndex
CREATE INDEX "Decision_workspaceId_registerId_sourcePath_idx" ON "Decision"("workspaceId", "registerId", "sourcePath");

-- CreateIndex
CREATE INDEX "Decision_workspaceId_statusChangedAt_id_idx" ON "Decision"("workspaceId", "statusChangedAt", "id");

-- CreateIndex
CREATE INDEX "Decision_workspaceId_ownerId_idx" ON "Decision"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "DecisionAct_workspaceId_decisionId_at_idx" ON "DecisionAct"("workspaceId", "decisionId", "at");

-- CreateIndex
CREATE INDEX "DecisionService_workspaceId_serviceId_idx" ON "DecisionService"("workspaceId", "serviceId");

-- CreateIndex
CREATE INDEX "DecisionDebt_workspaceId_debtId_idx" ON "DecisionDebt"("workspaceId", "debtId");

-- CreateIndex
CREATE INDEX "DecisionRelation_workspaceId_fromId_idx" ON "DecisionRelation"("workspaceId", "fromId");

-- CreateIndex
CREATE INDEX "DecisionRelation_workspaceId_toId_idx" ON "DecisionRelation"("workspaceId", "toId");

-- CreateIndex
CREATE INDEX "DecisionReviewRequest_workspaceId_decisionId_idx" ON "DecisionReviewRequest"("workspaceId", "decisionId");

-- CreateIndex
CREATE INDEX "DecisionReviewRequest_workspaceId_memberId_idx" ON "DecisionReviewRequest"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "DecisionReviewRequest_workspaceId_teamId_idx" ON "DecisionReviewRequest"("workspaceId", "teamId");

-- CreateIndex
CREATE INDEX "DecisionVerdict_workspaceId_decisionId_at_idx" ON "DecisionVerdict"("workspaceId", "decisionId", "at");

-- CreateIndex
CREATE INDEX "DecisionVerdict_workspaceId_memberId_idx" ON "DecisionVerdict"("workspaceId", "memberId");

-- CreateIndex
CREATE INDEX "Register_workspaceId_teamId_idx" ON "Register"("workspaceId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Register_workspaceId_slug_key" ON "Register"("workspaceId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionTemplate_workspaceId_key_key" ON "DecisionTemplate"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "RegisterImport_workspaceId_registerId_createdAt_idx" ON "RegisterImport"("workspaceId", "registerId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterFile_workspaceId_registerId_path_key" ON "RegisterFile"("workspaceId", "registerId", "path");

-- CreateIndex
CREATE INDEX "Thread_workspaceId_decisionId_createdAt_idx" ON "Thread"("workspaceId", "decisionId", "createdAt");

-- CreateIndex
CREATE INDEX "Thread_workspaceId_debtId_createdAt_idx" ON "Thread"("workspaceId", "debtId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_workspaceId_threadId_createdAt_idx" ON "Comment"("workspaceId", "threadId", "createdAt");

-- CreateIndex
CREATE INDEX "Mention_workspaceId_memberId_at_idx" ON "Mention"("workspaceId", "memberId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Image_workspaceId_contentHash_key" ON "Image"("workspaceId", "contentHash");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_workspaceId_registerId_fkey" FOREIGN KEY ("workspaceId", "registerId") REFERENCES "Register"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSource" ADD CONSTRAINT "DecisionSource_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSource" ADD CONSTRAINT "DecisionSource_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRevision" ADD CONSTRAINT "DecisionRevision_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRevision" ADD CONSTRAINT "DecisionRevision_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRevision" ADD CONSTRAINT "DecisionRevision_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDraft" ADD CONSTRAINT "DecisionDraft_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDraft" ADD CONSTRAINT "DecisionDraft_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDraft" ADD CONSTRAINT "DecisionDraft_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionAct" ADD CONSTRAINT "DecisionAct_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionAct" ADD CONSTRAINT "DecisionAct_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionAct" ADD CONSTRAINT "DecisionAct_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionService" ADD CONSTRAINT "DecisionService_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionService" ADD CONSTRAINT "DecisionService_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionService" ADD CONSTRAINT "DecisionService_workspaceId_serviceId_fkey" FOREIGN KEY ("workspaceId", "serviceId") REFERENCES "Service"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDebt" ADD CONSTRAINT "DecisionDebt_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDebt" ADD CONSTRAINT "DecisionDebt_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDebt" ADD CONSTRAINT "DecisionDebt_workspaceId_debtId_fkey" FOREIGN KEY ("workspaceId", "debtId") REFERENCES "Debt"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRelation" ADD CONSTRAINT "DecisionRelation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRelation" ADD CONSTRAINT "DecisionRelation_workspaceId_fromId_fkey" FOREIGN KEY ("workspaceId", "fromId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRelation" ADD CONSTRAINT "DecisionRelation_workspaceId_toId_fkey" FOREIGN KEY ("workspaceId", "toId") REFERENCES "Decision"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionRelation" ADD CONSTRAINT "DecisionRelation_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionReviewRequest" ADD CONSTRAINT "DecisionReviewRequest_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionReviewRequest" ADD CONSTRAINT "DecisionReviewRequest_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionReviewRequest" ADD CONSTRAINT "DecisionReviewRequest_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionReviewRequest" ADD CONSTRAINT "DecisionReviewRequest_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionReviewRequest" ADD CONSTRAINT "DecisionReviewRequest_workspaceId_requestedById_fkey" FOREIGN KEY ("workspaceId", "requestedById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVerdict" ADD CONSTRAINT "DecisionVerdict_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVerdict" ADD CONSTRAINT "DecisionVerdict_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVerdict" ADD CONSTRAINT "DecisionVerdict_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionVerdict" ADD CONSTRAINT "DecisionVerdict_workspaceId_endedById_fkey" FOREIGN KEY ("workspaceId", "endedById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Register" ADD CONSTRAINT "Register_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Register" ADD CONSTRAINT "Register_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionTemplate" ADD CONSTRAINT "DecisionTemplate_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterImport" ADD CONSTRAINT "RegisterImport_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterImport" ADD CONSTRAINT "RegisterImport_workspaceId_registerId_fkey" FOREIGN KEY ("workspaceId", "registerId") REFERENCES "Register"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterImport" ADD CONSTRAINT "RegisterImport_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterFile" ADD CONSTRAINT "RegisterFile_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterFile" ADD CONSTRAINT "RegisterFile_workspaceId_registerId_fkey" FOREIGN KEY ("workspaceId", "registerId") REFERENCES "Register"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_workspaceId_decisionId_fkey" FOREIGN KEY ("workspaceId", "decisionId") REFERENCES "Decision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_workspaceId_debtId_fkey" FOREIGN KEY ("workspaceId", "debtId") REFERENCES "Debt"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_workspaceId_resolvedById_fkey" FOREIGN KEY ("workspaceId", "resolvedById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_threadId_fkey" FOREIGN KEY ("workspaceId", "threadId") REFERENCES "Thread"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_authorId_fkey" FOREIGN KEY ("workspaceId", "authorId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_workspaceId_commentId_fkey" FOREIGN KEY ("workspaceId", "commentId") REFERENCES "Comment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_commentId_fkey" FOREIGN KEY ("workspaceId", "commentId") REFERENCES "Comment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- A debt that was merged into another is looked for when the other goes: without this, deleting a workspace is quadratic.
CREATE INDEX "Debt_merged" ON "Debt" ("workspaceId", "mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;

-- Words of a decision. array_to_string is only stable, for types whose text depends on settings; text does not.
CREATE FUNCTION decision_words(title TEXT, sentence TEXT, tags TEXT[], body TEXT) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('english'::regconfig, left(title, 2000)), 'A')
  || setweight(to_tsvector('english'::regconfig, left(sentence, 2000) || ' ' || left(coalesce(array_to_string(tags, ' '), ''), 4000)), 'B')
  || setweight(to_tsvector('english'::regconfig, left(body, 200000)), 'C');
ALTER TABLE "Decision" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (decision_words("title", "productSentence", "tags", "body")) STORED;
CREATE INDEX "Decision_search" ON "Decision" USING gin ("workspaceId", "search");
CREATE INDEX "Decision_tags" ON "Decision" USING gin ("workspaceId", "tags");

-- Records that ask to be looked at again.
CREATE INDEX "Decision_revisit" ON "Decision" ("workspaceId", "revisitOn") WHERE "revisitOn" IS NOT NULL;
CREATE INDEX "Decision_expiry" ON "Decision" ("workspaceId", "expiresOn") WHERE "expiresOn" IS NOT NULL;
CREATE INDEX "Decision_condition" ON "Decision" ("workspaceId", "conditionMetAt") WHERE "conditionMetAt" IS NOT NULL;

-- One verdict of a member holds at a time, and one request for a person or team is open at a time.
CREATE UNIQUE INDEX "DecisionVerdict_standing" ON "DecisionVerdict" ("workspaceId", "decisionId", "memberId")
  WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "DecisionReviewRequest_member" ON "DecisionReviewRequest" ("workspaceId", "decisionId", "memberId")
  WHERE "withdrawnAt" IS NULL AND "memberId" IS NOT NULL;
CREATE UNIQUE INDEX "DecisionReviewRequest_team" ON "DecisionReviewRequest" ("workspaceId", "decisionId", "teamId")
  WHERE "withdrawnAt" IS NULL AND "teamId" IS NOT NULL;
ALTER TABLE "DecisionReviewRequest" ADD CONSTRAINT "DecisionReviewRequest_whom" CHECK (num_nonnulls("memberId", "teamId") = 1);

-- A verdict that has ended says how; a dismissal says why.
ALTER TABLE "DecisionVerdict" ADD CONSTRAINT "DecisionVerdict_end" CHECK (("endedAt" IS NULL) = ("endedAs" IS NULL));
ALTER TABLE "DecisionVerdict" ADD CONSTRAINT "DecisionVerdict_dismissal" CHECK ("endedAs" IS DISTINCT FROM 'dismissed' OR "endReason" <> '');

-- A relation has another end, a record or the words of one that is not here, and never itself.
ALTER TABLE "DecisionRelation" ADD CONSTRAINT "DecisionRelation_target" CHECK ("toId" IS NOT NULL OR "targetText" <> '');
ALTER TABLE "DecisionRelation" ADD CONSTRAINT "DecisionRelation_itself" CHECK ("toId" IS DISTINCT FROM "fromId");
CREATE UNIQUE INDEX "DecisionRelation_once" ON "DecisionRelation" ("workspaceId", "fromId", "toId", "type") WHERE "toId" IS NOT NULL;

-- A thread is about one record; a passage is known with its revision.
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_subject" CHECK (num_nonnulls("decisionId", "debtId") = 1);
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_anchor" CHECK (("quote" IS NULL) = ("prefix" IS NULL) AND ("quote" IS NULL) = ("suffix" IS NULL) AND ("quote" IS NULL) = ("revision" IS NULL));
