-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('uploaded', 'running', 'done', 'failed', 'undone');

-- CreateEnum
CREATE TYPE "DebtState" AS ENUM ('open', 'planned', 'inProgress', 'resolved', 'accepted', 'withdrawn');

-- CreateEnum
CREATE TYPE "ClosedAs" AS ENUM ('fixed', 'duplicate', 'invalid', 'wontFix', 'merged');

-- CreateEnum
CREATE TYPE "Quadrant" AS ENUM ('deliberatePrudent', 'deliberateReckless', 'inadvertentPrudent', 'inadvertentReckless');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('viewer', 'commenter', 'editor', 'admin', 'owner');

-- CreateEnum
CREATE TYPE "ServiceTier" AS ENUM ('critical', 'high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "AvailabilitySource" AS ENUM ('sla', 'slo', 'measured', 'assumed');

-- CreateTable
CREATE TABLE "AuditEvent" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actorMemberId" UUID,
    "tokenId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "data" JSONB NOT NULL,
    "requestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DebtImport" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "contentHash" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'uploaded',
    "rowsDone" INTEGER NOT NULL DEFAULT 0,
    "rowsTotal" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DebtImport_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DebtSource" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "debtId" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT,
    "original" JSONB NOT NULL,
    "read" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "importId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DebtSource_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Debt" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "productSentence" TEXT NOT NULL DEFAULT '',
    "state" "DebtState" NOT NULL DEFAULT 'open',
    "closedAs" "ClosedAs",
    "stateReason" TEXT NOT NULL DEFAULT '',
    "stateChangedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedUntil" DATE,
    "impact" SMALLINT,
    "likelihood" SMALLINT,
    "velocityTax" SMALLINT,
    "remediationCost" SMALLINT,
    "scoreThirds" SMALLINT,
    "severityThirds" SMALLINT,
    "scoredAt" TIMESTAMPTZ(3),
    "effortHalfDays" INTEGER,
    "interestMinutesPerMonth" INTEGER,
    "quadrant" "Quadrant",
    "notDebtReason" TEXT,
    "ownerId" UUID,
    "teamId" UUID,
    "labels" TEXT[],
    "repaymentPlan" TEXT NOT NULL DEFAULT '',
    "revisitOn" DATE,
    "revisitTrigger" TEXT NOT NULL DEFAULT '',
    "incurredOn" DATE,
    "reportedBy" TEXT NOT NULL DEFAULT '',
    "mergedIntoId" UUID,
    "importId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" UUID,

    CONSTRAINT "Debt_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DebtService" (
    "workspaceId" UUID NOT NULL,
    "debtId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,

    CONSTRAINT "DebtService_pkey" PRIMARY KEY ("workspaceId","debtId","serviceId")
);

-- CreateTable
CREATE TABLE "Score" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "debtId" UUID NOT NULL,
    "impact" SMALLINT NOT NULL,
    "likelihood" SMALLINT NOT NULL,
    "velocityTax" SMALLINT NOT NULL,
    "remediationCost" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL,
    "scoredById" UUID,
    "scoredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Score_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Member" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "teamId" UUID,
    "nonce" TEXT NOT NULL,
    "invitedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Service" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "teamId" UUID,
    "tier" "ServiceTier" NOT NULL,
    "external" BOOLEAN NOT NULL DEFAULT false,
    "availability" DOUBLE PRECISION,
    "availabilitySource" "AvailabilitySource",
    "availabilityAsOf" DATE,
    "sloTarget" DOUBLE PRECISION,
    "sloWindowDays" INTEGER,
    "p50Ms" DOUBLE PRECISION,
    "p95Ms" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Service_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Team" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Team_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "workspaceId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("workspaceId","teamId","memberId")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "permissions" TEXT[],
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "lastUsedFrom" TEXT,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "workspaceId" UUID NOT NULL,
    "tokenId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "responseStatus" INTEGER,
    "responseBody" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("workspaceId","tokenId","key")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "method" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerificationToken_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "debtPrefix" TEXT NOT NULL DEFAULT 'TD',
    "nextDebtNumber" INTEGER NOT NULL DEFAULT 1,
    "debtRevision" INTEGER NOT NULL DEFAULT 0,
    "floorImpact" INTEGER NOT NULL DEFAULT 5,
    "floorLikelihood" INTEGER NOT NULL DEFAULT 4,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_subjectType_subjectId_at_idx" ON "AuditEvent"("workspaceId", "subjectType", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_workspaceId_at_idx" ON "AuditEvent"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "DebtImport_workspaceId_createdAt_idx" ON "DebtImport"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "DebtSource_workspaceId_debtId_idx" ON "DebtSource"("workspaceId", "debtId");

-- CreateIndex
CREATE UNIQUE INDEX "DebtSource_workspaceId_system_key_key" ON "DebtSource"("workspaceId", "system", "key");

-- CreateIndex
CREATE INDEX "Debt_workspaceId_ownerId_idx" ON "Debt"("workspaceId", "ownerId");

-- CreateIndex
CREATE INDEX "Debt_workspaceId_teamId_idx" ON "Debt"("workspaceId", "teamId");

-- CreateIndex
CREATE INDEX "Debt_workspaceId_importId_idx" ON "Debt"("workspaceId", "importId");

-- CreateIndex
CREATE UNIQUE INDEX "Debt_workspaceId_number_key" ON "Debt"("workspaceId", "number");

-- CreateIndex
CREATE INDEX "DebtService_workspaceId_serviceId_idx" ON "DebtService"("workspaceId", "serviceId");

-- CreateIndex
CREATE INDEX "Score_workspaceId_debtId_scoredAt_idx" ON "Score"("workspaceId", "debtId", "scoredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Member_workspaceId_userId_key" ON "Member"("workspaceId", "userId");

-- CreateIndex
CREATE INDEX "Invitation_workspaceId_email_idx" ON "Invitation"("workspaceId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_workspaceId_memberId_name_key" ON "SavedView"("workspaceId", "memberId", "name");

-- CreateIndex
CREATE INDEX "Service_workspaceId_teamId_idx" ON "Service"("workspaceId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_workspaceId_key_key" ON "Service"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Team_workspaceId_key_key" ON "Team"("workspaceId", "key");

-- CreateIndex
CREATE INDEX "TeamMember_workspaceId_memberId_idx" ON "TeamMember"("workspaceId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_workspaceId_secretHash_key" ON "ApiToken"("workspaceId", "secretHash");

-- CreateIndex
CREATE INDEX "IdempotencyKey_workspaceId_createdAt_idx" ON "IdempotencyKey"("workspaceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_revokedAt_idx" ON "Session"("userId", "revokedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_secretHash_key" ON "PasswordReset"("secretHash");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_token_key" ON "VerificationToken"("token");

-- CreateIndex
CREATE INDEX "RateLimit_windowStart_idx" ON "RateLimit"("windowStart");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_workspaceId_actorMemberId_fkey" FOREIGN KEY ("workspaceId", "actorMemberId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxEvent" ADD CONSTRAINT "OutboxEvent_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtImport" ADD CONSTRAINT "DebtImport_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtImport" ADD CONSTRAINT "DebtImport_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtSource" ADD CONSTRAINT "DebtSource_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtSource" ADD CONSTRAINT "DebtSource_workspaceId_debtId_fkey" FOREIGN KEY ("workspaceId", "debtId") REFERENCES "Debt"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debt" ADD CONSTRAINT "Debt_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debt" ADD CONSTRAINT "Debt_workspaceId_ownerId_fkey" FOREIGN KEY ("workspaceId", "ownerId") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debt" ADD CONSTRAINT "Debt_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debt" ADD CONSTRAINT "Debt_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debt" ADD CONSTRAINT "Debt_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Debt"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debt" ADD CONSTRAINT "Debt_workspaceId_importId_fkey" FOREIGN KEY ("workspaceId", "importId") REFERENCES "DebtImport"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtService" ADD CONSTRAINT "DebtService_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtService" ADD CONSTRAINT "DebtService_workspaceId_debtId_fkey" FOREIGN KEY ("workspaceId", "debtId") REFERENCES "Debt"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtService" ADD CONSTRAINT "DebtService_workspaceId_serviceId_fkey" FOREIGN KEY ("workspaceId", "serviceId") REFERENCES "Service"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_workspaceId_debtId_fkey" FOREIGN KEY ("workspaceId", "debtId") REFERENCES "Debt"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_workspaceId_scoredById_fkey" FOREIGN KEY ("workspaceId", "scoredById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_workspaceId_invitedById_fkey" FOREIGN KEY ("workspaceId", "invitedById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_workspaceId_teamId_fkey" FOREIGN KEY ("workspaceId", "teamId") REFERENCES "Team"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_workspaceId_memberId_fkey" FOREIGN KEY ("workspaceId", "memberId") REFERENCES "Member"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Member"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The database agrees with the domain: factors are 1 to 5, and the stored score is the formula over them.
ALTER TABLE "Debt"
  ADD CONSTRAINT "Debt_factors_in_range" CHECK (
    ("impact" IS NULL OR "impact" BETWEEN 1 AND 5) AND ("likelihood" IS NULL OR "likelihood" BETWEEN 1 AND 5)
    AND ("velocityTax" IS NULL OR "velocityTax" BETWEEN 1 AND 5) AND ("remediationCost" IS NULL OR "remediationCost" BETWEEN 1 AND 5)
  ),
  ADD CONSTRAINT "Debt_score_is_formula" CHECK (
    "scoreThirds" IS NOT DISTINCT FROM (("impact" + "likelihood" + "velocityTax") * "remediationCost")
    AND ("scoreThirds" IS NULL) = ("severityThirds" IS NULL)
    AND ("severityThirds" IS NULL OR "severityThirds" = "impact" + "likelihood" + "velocityTax")
  ),
  ADD CONSTRAINT "Debt_quadrant_or_not_debt" CHECK ("quadrant" IS NULL OR "notDebtReason" IS NULL),
  ADD CONSTRAINT "Debt_closure_fits_state" CHECK (
    ("closedAs" IS NOT NULL) = ("state" IN ('resolved', 'withdrawn')) AND ("state" <> 'resolved' OR "closedAs" = 'fixed')
  );

-- The order of the backlog: highest score first, unscored last, ties by number.
CREATE INDEX "Debt_by_score" ON "Debt" ("workspaceId", (COALESCE("scoreThirds", -1)::int) DESC, "number") WHERE "deletedAt" IS NULL;
CREATE INDEX "Debt_by_state_and_score" ON "Debt" ("workspaceId", "state", (COALESCE("scoreThirds", -1)::int) DESC, "number") WHERE "deletedAt" IS NULL;
-- Counts and figures over the open backlog without touching the rows.
CREATE INDEX "Debt_figures" ON "Debt" ("workspaceId", "state") INCLUDE ("scoreThirds", "severityThirds", "effortHalfDays", "interestMinutesPerMonth", "remediationCost", "scoredAt") WHERE "deletedAt" IS NULL;

-- Words of a debt, within one workspace.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "Debt_words" ON "Debt" USING gin ("workspaceId", to_tsvector('simple', "title" || ' ' || "productSentence" || ' ' || "description"));
CREATE INDEX "Debt_labels" ON "Debt" USING gin ("workspaceId", "labels");
