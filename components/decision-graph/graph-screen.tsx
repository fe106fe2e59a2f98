'use client';

import { useQuery } from '@tanstack/react-query';
import { listPath } from '@/components/decision-list/decision-view';
import { codeOf, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { RegisterMissing } from '@/components/register/register-missing';
import { PageFrame } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { NothingHere } from '@/components/ui/empty-state';
import { PageHeader, PanelHeader } from '@/components/ui/page-header';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { useConnectionNotice } from '@/components/workspace/connection';
import { splitGraph } from './graph-layout';
import { GraphPicture } from './graph-picture';
import { GraphTable, NodeLine } from './graph-table';
import { FaceSwitch, TwoFaces } from './two-faces';
import { type FaceState, useFace } from './use-face';

type GraphScreenProps = { workspace: string; register: string };

const mostNodes = 500;

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How the decisions of a register relate, as a picture and as a table. */
export function GraphScreen({ workspace, register }: GraphScreenProps) {
  const trpc = useTRPC();
  const own = useQuery(trpc.register.get.queryOptions({ workspace, slug: register }));
  const graph = useQuery(trpc.decisionList.graph.queryOptions({ workspace, register }));
  const face = useFace('Graph');
  const name = own.data?.name ?? register;
  const path = listPath(workspace, register);
  const crumbs = [{ label: 'Decisions', href: listPath(workspace) }, { label: name, href: path }, { label: 'Graph' }];
  const isMissing = ['notFound', 'invalid'].includes(codeOf(own.error) ?? '');
  const isEmpty = graph.data?.edges.length === 0;
  return (
    <PageFrame
      crumbs={crumbs}
      backHref={path}
      notice={useConnectionNotice()}
      actions={isMissing || isEmpty ? null : <FaceSwitch state={face} />}
    >
      {isMissing ? (
        <RegisterMissing
          workspace={workspace}
          slug={register}
          error={own.error}
          onRestored={() => void Promise.all([own.refetch(), graph.refetch()])}
        />
      ) : (
        <>
          <PageHeader
            className="mb-3"
            title={`Graph of ${name}`}
            summary={
              graph.data
                ? `${counted(graph.data.nodes.length, 'decision')} · ${counted(graph.data.edges.length, 'relation')}`
                : null
            }
          />
          <GraphBody workspace={workspace} register={register} query={graph} face={face} />
        </>
      )}
    </PageFrame>
  );
}

type GraphQuery = {
  data: (Parameters<typeof splitGraph>[0] & { isCut: boolean }) | undefined;
  error: unknown;
  refetch: () => unknown;
};

type GraphBodyProps = GraphScreenProps & { query: GraphQuery; face: FaceState };

function GraphBody({ workspace, register, query, face }: GraphBodyProps) {
  const graph = query.data;
  if (!graph) {
    return query.error ? (
      <Banner
        tone="danger"
        live
        title="The graph could not be read."
        actions={<Button onClick={() => void query.refetch()}>Try again</Button>}
      >
        {messageOf(query.error)}
      </Banner>
    ) : (
      <SkeletonGroup label="Loading the graph">
        <Skeleton className="h-96" />
      </SkeletonGroup>
    );
  }
  const { alone } = splitGraph(graph);
  return (
    <>
      {graph.isCut ? (
        <Banner tone="neutral" className="mb-2.5" title={`More than ${mostNodes} decisions.`}>
          These are {mostNodes} of them. The list has them all.
        </Banner>
      ) : null}
      {graph.edges.length === 0 ? (
        <NothingHere title="No decision here relates to another yet">
          Relations are written on a decision: what it supersedes, amends, depends on or conflicts with.
        </NothingHere>
      ) : (
        <TwoFaces
          state={face}
          picture={
            <GraphPicture
              workspace={workspace}
              register={register}
              graph={graph}
              onTable={() => face.setFace('table')}
            />
          }
          table={<GraphTable workspace={workspace} register={register} graph={graph} />}
        />
      )}
      {alone.length > 0 ? (
        <section className="mt-6">
          <PanelHeader title="Without relations" summary={counted(alone.length, 'decision')} />
          <ul className="mt-2 columns-1 gap-8 lg:columns-2">
            {alone.map((node) => (
              <li key={node.id} className="break-inside-avoid py-1">
                <NodeLine workspace={workspace} register={register} node={node} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
