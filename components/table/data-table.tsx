'use client';

import { useRouter } from 'next/navigation';
import { Fragment, type MouseEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { DataColumn, Sort } from './data-column';
import { PhoneList } from './phone-list';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { TableSkeleton } from './table-skeleton';
import { useDataTable } from './use-data-table';
import { useGridKeys } from './use-grid-keys';
import { useIsPhone, useWidth } from './use-measure';
import { useVirtualRows } from './use-virtual-rows';

export type DataTableProps<Row> = {
  /** What the rows are, for screen readers: "Debts". */
  label: string;
  /** Keep the array and the columns stable between renders (module scope or useMemo). */
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  getRowId: (row: Row) => string;
  /** The row in words: "TD-31 Retry storm". */
  rowLabel: (row: Row) => string;
  /** All there are, loaded or not. */
  total?: number;
  rowHeight?: 36 | 44;
  sort?: Sort | null;
  onSortChange?: (sort: Sort) => void;
  hidden?: readonly string[];
  /** The row open in the peek. Left out, the table keeps its own. */
  activeId?: string | null;
  onActiveChange?: (id: string | null) => void;
  /** On Enter and double click, and on a click where nothing peeks; left out, the link is followed. */
  onOpen?: (row: Row) => void;
  rowHref?: (row: Row) => string;
  selected?: ReadonlySet<string>;
  onSelectedChange?: (selected: ReadonlySet<string>) => void;
  onRowKey?: (key: string, row: Row) => boolean;
  /** A row whose menu is open, or that was just made: filled without blue. */
  chosenId?: string | null;
  loading?: boolean;
  /** The rows shown are about to be replaced. */
  refreshing?: boolean;
  onEndReached?: () => void;
  renderPhoneRow?: (row: Row) => ReactNode;
  /** The group a row belongs to, for rows that are ordered by it: each group begins with its name. Keep it stable. */
  headingOf?: (row: Row) => string;
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode;
  footer?: ReactNode;
  footerAside?: ReactNode;
  className?: string;
};

/** Rows in a well with a sticky header; a two-line list on a phone. Scrolls with the `data-scroll-pane` around it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, renderPhoneRow, loading = false } = props;
  const phone = useIsPhone();
  const listed = renderPhoneRow !== undefined;
  const isEmpty = rows.length === 0 && !loading;
  return (
    <div className={props.className}>
      {listed && phone !== false ? (
        <div className={cn(phone === null && 'sm:hidden')}>
          {isEmpty ? (
            <div className="-mx-4 border-y border-line">{props.empty}</div>
          ) : (
            <PhoneList
              label={props.label}
              rows={rows}
              getRowId={props.getRowId}
              rowHref={props.rowHref}
              onOpen={props.onOpen}
              renderRow={renderPhoneRow}
              loading={loading && rows.length === 0}
              onEndReached={props.onEndReached}
            />
          )}
        </div>
      ) : null}
      {listed && phone === true ? null : (
        <div className={cn(listed && phone === null && 'max-sm:hidden')}>
          <Grid {...props} isEmpty={isEmpty} />
        </div>
      )}
      {props.footer || props.footerAside ? (
        <div className="flex flex-wrap justify-between gap-x-6 px-0.5 pt-2.5 text-label text-ink-3 tabular-nums">
          <span>{props.footer}</span>
          <span>{props.footerAside}</span>
        </div>
      ) : null}
    </div>
  );
}

function Grid<Row>(props: DataTableProps<Row> & { isEmpty: boolean }) {
  'use no memo';
  const { rows, columns, rowHeight = 44, loading = false, getRowId, onSelectedChange } = props;
  const open = useOpen(props);
  const well = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const tableId = useId();
  const table = useDataTable({ ...props, width: useWidth(well) });
  const shown = columns.filter((column) => table.getColumn(column.id)?.getIsVisible());
  const headings = headingsOf(rows, props.headingOf);
  const virtual = useVirtualRows({
    body,
    count: rows.length,
    rowHeight,
    headingAbove: headings ? (index) => (headings[index] === null ? 0 : headingHeight) : undefined,
    covered: 32,
    onEndReached: props.onEndReached,
  });
  const { activeId, setActive } = useActive(props);
  const at = rows.findIndex((row) => getRowId(row) === activeId);
  const moveTo = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    setActive(getRowId(row));
    virtual.scrollTo(index);
  };
  const toggle = onSelectedChange ? (row: Row) => table.getRow(getRowId(row)).toggleSelected() : undefined;
  const onKeyDown = useGridKeys(grid, {
    rows,
    at,
    moveTo,
    open,
    close: () => setActive(null),
    toggle,
    onRowKey: props.onRowKey,
  });
  const press = (row: Row) => (event: MouseEvent) => {
    if (isInteractive(event.target, event.currentTarget)) return;
    // A modified press on the title's link keeps what browsers do with it.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    grid.current?.focus({ preventScroll: true });
    if (!props.onActiveChange && !open) return;
    event.preventDefault();
    if (!props.onActiveChange || event.detail > 1) open?.(row);
    else setActive(getRowId(row));
  };
  return (
    <div ref={well} className="overflow-clip rounded-well border border-line bg-surface">
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are moved through and chosen by keyboard
        role="grid"
        aria-label={props.label}
        aria-rowcount={(props.total ?? rows.length) + 1}
        aria-busy={loading || props.refreshing || undefined}
        aria-multiselectable={onSelectedChange ? true : undefined}
        aria-activedescendant={virtual.indices.includes(at) ? `${tableId}-${activeId}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="w-full table-fixed border-separate border-spacing-0 outline-none focus-visible:outline-none"
      >
        <colgroup>
          {shown.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHead table={table} columns={columns} />
        <tbody ref={body} className={cn(props.refreshing && 'opacity-60 transition-opacity delay-150')}>
          <Spacer height={virtual.above} span={shown.length} />
          {loading && rows.length === 0 ? <TableSkeleton columns={shown} height={rowHeight} /> : null}
          {virtual.indices.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = getRowId(row);
            const heading = headings?.[index] ?? null;
            return (
              <Fragment key={id}>
                {heading === null ? null : <HeadingRow text={heading} span={shown.length} />}
                <TableRow
                  id={`${tableId}-${id}`}
                  row={row}
                  position={index + 2}
                  columns={shown}
                  height={rowHeight}
                  active={id === activeId}
                  selected={props.selected?.has(id) ?? false}
                  chosen={id === props.chosenId}
                  label={props.rowLabel(row)}
                  href={props.rowHref?.(row)}
                  onPress={press(row)}
                  onToggle={toggle ? () => toggle(row) : undefined}
                />
              </Fragment>
            );
          })}
          <Spacer height={virtual.below} span={shown.length} />
          {props.isEmpty ? (
            <tr>
              <td colSpan={shown.length}>{props.empty}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

const headingHeight = 32;

/** The name of the group above each row that begins one, null above the others. */
function headingsOf<Row>(
  rows: readonly Row[],
  headingOf: ((row: Row) => string) | undefined,
): (string | null)[] | null {
  if (!headingOf) return null;
  const names = rows.map(headingOf);
  return names.map((name, index) => (name === names[index - 1] ? null : name));
}

function HeadingRow({ text, span }: { text: string; span: number }) {
  return (
    <tr className="bg-sunken">
      <th
        scope="colgroup"
        colSpan={span}
        className="h-8 border-b border-line px-3 text-left text-label font-medium text-ink-2"
      >
        {text}
      </th>
    </tr>
  );
}

/** What opening a row does: the caller's way, or else its link is followed. */
function useOpen<Row>({ onOpen, rowHref }: DataTableProps<Row>): ((row: Row) => void) | undefined {
  const router = useRouter();
  return onOpen ?? (rowHref ? (row) => router.push(rowHref(row)) : undefined);
}

function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ height }} className="p-0" />
    </tr>
  );
}

function useActive<Row>({ activeId, onActiveChange }: DataTableProps<Row>) {
  const [own, setOwn] = useState<string | null>(null);
  const setActive = (id: string | null) => {
    setOwn(id);
    onActiveChange?.(id);
  };
  return { activeId: activeId === undefined ? own : activeId, setActive };
}

/** A press on a button, field or foreign link inside the row is theirs; the row's own link is the row. */
function isInteractive(target: EventTarget, row: EventTarget): boolean {
  if (!(target instanceof Element) || !(row instanceof Element)) return false;
  const control = target.closest('button, input, select, textarea, label, a, [role="menuitem"], [role="checkbox"]');
  if (!control || !row.contains(control)) return !row.contains(target);
  return !(control instanceof HTMLAnchorElement && control.tabIndex === -1);
}
