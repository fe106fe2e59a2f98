const names = [
  'bg',
  'surface',
  'sunken',
  'line-strong',
  'ink',
  'ink-2',
  'neutral-soft',
  'accent-soft',
  'warn-soft',
  'ok-soft',
  'danger-soft',
  'effort',
] as const;
type Colours = Record<(typeof names)[number], string>;

/** The colours as they are now: Mermaid computes with them and cannot read variables or `light-dark()`. */
function currentColours(): Colours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours: Partial<Colours> = {};
  for (const name of names) colours[name] = read(name);
  probe.remove();
  return { ...blank, ...colours };
}

const blank = Object.fromEntries(names.map((name) => [name, '#888888'])) as Colours;

/** Parts that differ only in order, such as slices and branches: quiet grounds that ink can be read on. */
function sequence(prefix: string, from: number, colours: Colours, value: (ground: string) => string) {
  const grounds = ['neutral-soft', 'accent-soft', 'warn-soft', 'ok-soft', 'danger-soft', 'line-strong'] as const;
  return Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `${prefix}${index + from}`,
      value(colours[grounds[index % grounds.length] ?? 'neutral-soft']),
    ]),
  );
}

/** Mermaid's variables in the design's colours. The theme is `base`, the only one that can be changed. */
export function themeVariables(): Record<string, string | boolean> {
  const colours = currentColours();
  return {
    fontFamily: 'var(--font-sans)',
    fontSize: '13px',
    useGradient: false,
    dropShadow: 'none',
    background: colours.bg,
    mainBkg: colours.surface,
    nodeBorder: colours['ink-2'],
    primaryColor: colours.surface,
    primaryTextColor: colours.ink,
    primaryBorderColor: colours['ink-2'],
    secondaryColor: colours['neutral-soft'],
    secondaryTextColor: colours.ink,
    secondaryBorderColor: colours['line-strong'],
    tertiaryColor: colours.sunken,
    tertiaryTextColor: colours.ink,
    tertiaryBorderColor: colours['line-strong'],
    lineColor: colours['ink-2'],
    textColor: colours.ink,
    titleColor: colours.ink,
    noteBkgColor: colours['warn-soft'],
    noteTextColor: colours.ink,
    noteBorderColor: colours['line-strong'],
    edgeLabelBackground: colours.bg,
    clusterBkg: colours.sunken,
    clusterBorder: colours['line-strong'],
    pieTitleTextSize: '16px',
    pieSectionTextSize: '13px',
    pieLegendTextSize: '13px',
    pieStrokeColor: colours['ink-2'],
    pieStrokeWidth: '1px',
    pieOuterStrokeColor: colours['ink-2'],
    pieOuterStrokeWidth: '1px',
    pieOpacity: '1',
    taskBkgColor: colours['neutral-soft'],
    taskBorderColor: colours['ink-2'],
    taskTextColor: colours.ink,
    taskTextDarkColor: colours.ink,
    taskTextOutsideColor: colours.ink,
    gridColor: colours['line-strong'],
    sectionBkgColor: colours.sunken,
    altSectionBkgColor: colours.bg,
    ...sequence('pie', 1, colours, (ground) => ground),
    ...sequence('cScale', 0, colours, (ground) => ground),
    ...sequence('cScaleLabel', 0, colours, () => colours.ink),
    ...sequence('cScaleInv', 0, colours, () => colours['ink-2']),
    ...sequence('fillType', 0, colours, (ground) => ground),
    ...sequence('git', 0, colours, () => colours['ink-2']),
    ...sequence('gitBranchLabel', 0, colours, () => colours.bg),
  };
}
