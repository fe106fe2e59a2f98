import { describe, expect, it } from 'vitest';
import { parseCsv } from '@/server/domain/importing/parse-csv';
import { proposeMapping } from '@/server/domain/importing/propose-mapping';
import { recognise } from '@/server/domain/importing/recognise';

const CLOUD =
  'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Project type,Project lead,Project lead id,Project description,Priority,Resolution,Assignee,Assignee Id,Reporter,Reporter Id,Creator,Creator Id,Created,Updated,Last Viewed,Resolved,Due date,Votes,Description,Environment,Watchers,Watchers,Watchers Id,Original estimate,Remaining Estimate,Time Spent,Work Ratio,Σ Original Estimate,Σ Remaining Estimate,Σ Time Spent,Security Level,Attachment,Custom field (Development),Custom field (Rank),Sprint,Custom field (Story Points),Custom field (Team),Comment,Comment,Status Category,Status Category Changed';
const SERVER =
  'Summary,Issue key,Issue id,Parent id,Issue Type,Status,Project key,Priority,Resolution,Assignee,Reporter,Creator,Created,Updated,Last Viewed,Resolved,Affects Version/s,Fix Version/s,Component/s,Component/s,Due Date,Votes,Labels,Labels,Description,Original Estimate,Custom field (Epic Link)';
const PIPELINE =
  'id,instance_url,url,key,project_key,project_name,project_type,project_category,issue_type,summary,description,environment,creator_id,creator_name,reporter_id,reporter_name,assignee_id,assignee_name,status,status_category,priority_sequence,priority_name,resolution,watcher_count,vote_count,created_date,resolution_date,updated_date,due_date,estimate,original_estimate,time_spent,parent_id,security_level,labels,components,affected_versions,fix_versions';
const SPANISH =
  'Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Clave del proyecto,Nombre del proyecto,Prioridad,Resolución,Persona asignada,ID de la persona asignada,Informador,Creada,Actualizada,Resuelta,Descripción,Etiquetas,Etiquetas,Etiquetas,Estimación original,"Campo personalizado (Web, cliente)",Categoría de estado,Principal,Clave principal';
const GERMAN =
  'Zusammenfassung,Vorgangsschlüssel,Vorgangs-ID,Vorgangstyp,Status,Projektschlüssel,Priorität,Lösung,Zugewiesene Person,Autor,Ersteller,Erstellt,Aktualisiert,Erledigt,Beschreibung,Stichwörter,Ursprüngliche Schätzung,Benutzerdefinierte Felder (Team),Statuskategorie,Übergeordnet';
const FRENCH =
  "Résumé,Clé de ticket,ID de ticket,Type de ticket,État,Clé de projet,Priorité,Résolution,Personne assignée,Rapporteur,Création,Mise à jour,Résolue,Description,Étiquettes,Estimation originale,Champs personnalisés (Story Points),Catégorie d'état,Clé parent";
const PORTUGUESE =
  'Resumo,Chave da item,ID da item,Tipo de item,Status,Chave do projeto,Prioridade,Resolução,Responsável,Relator,Criado,Atualizado(a),Resolvido,Descrição,Categorias,Estimativa original,Campo personalizado (Modulo),Categoria de status,Pai';
const JAPANESE =
  '要約,課題キー,課題 ID,課題タイプ,ステータス,プロジェクトキー,優先度,解決状況,担当者,報告者,作成日,更新日,解決日,説明,ラベル,初期見積もり,カスタムフィールド (Team),ステータス カテゴリ,親';

/** A data row that fits any header: a key under the key column, some text elsewhere. */
const rowFor = (header: string): string =>
  (parseCsv(header).header ?? [])
    .map((name) =>
      /^(issue key|key|clave de incidencia|vorgangsschlüssel|clé de ticket|chave da item|課題キー)$/i.test(name)
        ? 'SHOP-7'
        : 'x',
    )
    .join(',');
const read = (header: string, row = rowFor(header)) => {
  const parsed = parseCsv(`${header}\n${row}`);
  const recognition = recognise(parsed.header, parsed.rows);
  const mapping = proposeMapping(parsed.header, parsed.rows, recognition);
  return {
    recognition,
    fields: Object.fromEntries(mapping.flatMap((one) => (one.field ? [[one.field, one.column]] : []))),
    mapping,
  };
};

describe('recognise', () => {
  it.each([
    ['Cloud, English', CLOUD, 'cloud'],
    ['Server or Data Center', SERVER, 'server'],
    ['data pipeline', PIPELINE, 'dataPipeline'],
    ['Cloud, Spanish', SPANISH, 'cloud'],
    ['Cloud, German', GERMAN, 'cloud'],
    ['Cloud, French', FRENCH, 'cloud'],
    ['Cloud, Portuguese', PORTUGUESE, 'cloud'],
    ['Cloud, Japanese', JAPANESE, 'cloud'],
  ])('knows a Jira export: %s', (_, header, dialect) => {
    expect(read(header).recognition).toMatchObject({ format: 'jira', dialect, projectKeys: ['SHOP'] });
  });

  it.each([
    ['a few chosen columns', 'Issue key,Summary,Status', 'SHOP-1,x,Done'],
    ['a few chosen German columns', 'Zusammenfassung,Vorgangsschlüssel:,Vorgangstyp,Status', 'x,AE-1200,Aufgabe,Offen'],
    ['renamed work items', 'Work item key,Summary,Work type,Status Category', 'SHOP-1,x,Task,To Do'],
  ])('knows a Jira export of %s', (_, header, row) => {
    expect(read(header, row).recognition.format).toBe('jira');
  });

  it.each([
    ['a spreadsheet', 'Title,Impact,Likelihood,Velocity tax,Remediation cost', 'x,4,5,3,5'],
    [
      'Linear',
      'ID,Team,Title,Description,Status,Estimate,Priority,Project ID,Project,Creator,Assignee,Labels,Created,UUID',
      'ENG-1,Core,x,,Todo,,,,,,,,,',
    ],
    [
      'GitLab',
      'Issue ID,URL,Title,State,Description,Author,Assignee,Labels,Time Estimate',
      '12,https://e.test,x,opened,,,,,0',
    ],
    ['one column', 'Summary', 'x'],
  ])('takes %s for plain CSV', (_, header, row) => {
    expect(read(header, row).recognition).toMatchObject({ format: 'csv', dialect: null });
  });

  it('knows Paydown’s own export, whose Key is not a source key', () => {
    const header = 'Key,Title,State,Impact,Likelihood,Velocity tax,Remediation cost,Product sentence,Source';
    const { recognition, fields } = read(header, 'TD-1,x,open,1,1,1,1,,SHOP-9');
    expect(recognition).toMatchObject({ format: 'csv', dialect: 'paydown', confidence: 1 });
    expect(fields).toMatchObject({ debtKey: 'Key', sourceKey: 'Source' });
  });

  it('lists each project once, in order of appearance', () => {
    const parsed = parseCsv('Issue key,Summary\nB-1,x\nA-2,y\nB-3,z');
    expect(recognise(parsed.header, parsed.rows).projectKeys).toEqual(['B', 'A']);
  });
});

describe('proposeMapping', () => {
  it.each([
    [
      'English',
      CLOUD,
      [
        'Summary',
        'Issue key',
        'Status',
        'Resolution',
        'Assignee',
        'Created',
        'Description',
        'Status Category',
        'Original estimate',
      ],
    ],
    [
      'Spanish',
      SPANISH,
      [
        'Resumen',
        'Clave de incidencia',
        'Estado',
        'Resolución',
        'Persona asignada',
        'Creada',
        'Descripción',
        'Categoría de estado',
        'Estimación original',
      ],
    ],
    [
      'German',
      GERMAN,
      [
        'Zusammenfassung',
        'Vorgangsschlüssel',
        'Status',
        'Lösung',
        'Zugewiesene Person',
        'Erstellt',
        'Beschreibung',
        'Statuskategorie',
        'Ursprüngliche Schätzung',
      ],
    ],
    [
      'French',
      FRENCH,
      [
        'Résumé',
        'Clé de ticket',
        'État',
        'Résolution',
        'Personne assignée',
        'Création',
        'Description',
        "Catégorie d'état",
        'Estimation originale',
      ],
    ],
    [
      'Portuguese',
      PORTUGUESE,
      [
        'Resumo',
        'Chave da item',
        'Status',
        'Resolução',
        'Responsável',
        'Criado',
        'Descrição',
        'Categoria de status',
        'Estimativa original',
      ],
    ],
    [
      'Japanese',
      JAPANESE,
      ['要約', '課題キー', 'ステータス', '解決状況', '担当者', '作成日', '説明', 'ステータス カテゴリ', '初期見積もり'],
    ],
    [
      'data pipeline',
      PIPELINE,
      [
        'summary',
        'key',
        'status',
        'resolution',
        'assignee_name',
        'created_date',
        'description',
        'status_category',
        'original_estimate',
      ],
    ],
  ])('maps the %s export', (_, header, columns) => {
    const [title, sourceKey, state, resolution, owner, incurredOn, description, category, effort] = columns;
    expect(read(header).fields).toMatchObject({
      title,
      sourceKey,
      state,
      resolution,
      owner,
      incurredOn,
      description,
      statusCategory: category,
      effortSeconds: effort,
    });
  });

  it('reads Server spellings: components are services, labels repeat', () => {
    const { mapping, fields } = read(SERVER);
    expect(fields).toMatchObject({ services: 'Component/s', labels: 'Labels', effortSeconds: 'Original Estimate' });
    expect(mapping.find((one) => one.column === 'Component/s')).toMatchObject({
      positions: [18, 19],
      certainty: 'guess',
    });
  });

  it('maps the same columns in any order', () => {
    const names = parseCsv(CLOUD).header;
    const turned = [...names.slice(20), ...names.slice(0, 20)].reverse().join(',');
    const inOrder = read(CLOUD).fields;
    expect(read(turned).fields).toEqual(inOrder);
  });

  it('finds the keys by their shape under a header it does not know', () => {
    const { fields } = read('Iltsäntä,Summary,Tyyppi', 'SHOP-1,x,y');
    expect(fields).toMatchObject({ sourceKey: 'Iltsäntä', title: 'Summary' });
  });

  it('leaves story points for a person to decide, and comments with the original', () => {
    const { mapping } = read(CLOUD);
    const of = (column: string) => mapping.find((one) => one.column === column);
    expect(of('Custom field (Story Points)')).toMatchObject({ field: null, certainty: 'unmapped' });
    expect(of('Comment')).toMatchObject({ field: null, certainty: 'kept', positions: [44, 45] });
    expect(of('Issue id')).toMatchObject({ field: null, certainty: 'kept' });
  });

  it('maps a custom field to a factor only when its values are factors', () => {
    const header = 'Issue key,Summary,Custom field (Impact)';
    expect(read(header, 'SHOP-1,x,4.0').fields.impact).toBe('Custom field (Impact)');
    expect(read(header, 'SHOP-1,x,Extensive / Widespread').fields.impact).toBeUndefined();
  });

  it('maps a plain factor column whatever its values, so that bad ones are named and not passed over', () => {
    expect(read('Title,Impact', 'x,High').fields.impact).toBe('Impact');
  });

  it('never lets a custom field stand in for a native column', () => {
    const { fields } = read('Issue key,Custom field (Title),Summary,Custom field (Status)', 'SHOP-1,a,b,c');
    expect(fields).toMatchObject({ title: 'Summary' });
    expect(fields.state).toBeUndefined();
  });

  it.each([
    ['Name', 'title'],
    ['ID', 'sourceKey'],
    ['Velocity tax (1-5)', 'velocityTax'],
    ['remediation_cost', 'remediationCost'],
    ['velocityTax', 'velocityTax'],
    ['Effort (days)', 'effortDays'],
    ['Effort', 'effortDays'],
    ['Hours', 'effortHours'],
    ['Interest (hours per month)', 'interestHoursPerMonth'],
    ['Service(s)', 'services'],
    ['Tags', 'labels'],
    ['Repayment plan', 'repaymentPlan'],
    ['Revisit on', 'revisitOn'],
    ['Product sentence', 'productSentence'],
    ['Not debt because', 'notDebtReason'],
    ['Accepted until', 'acceptedUntil'],
    ['Created', 'incurredOn'],
  ])('maps a plain column %s to %s', (column, field) => {
    const mapped = read(`${column},Zzz`, '3,x').fields;
    expect(mapped[field]).toBe(column);
  });

  it('keeps Created as the creation where another column says when it was incurred', () => {
    expect(read('Title,Created,Incurred on', 'x,2025-01-02,2024-01-02').fields).toMatchObject({
      createdAt: 'Created',
      incurredOn: 'Incurred on',
    });
  });

  it('joins repeats that pandas renamed', () => {
    const { mapping } = read('Summary,Labels,Labels.1,Labels.2', 'x,a,b,c');
    expect(mapping.find((one) => one.field === 'labels')?.positions).toEqual([1, 2, 3]);
  });

  it('shows at most four distinct values of a column', () => {
    const parsed = parseCsv(`Title\n${['a', 'a', 'b', 'c', 'd', 'e'].join('\n')}`);
    const [mapping] = proposeMapping(parsed.header, parsed.rows, recognise(parsed.header, parsed.rows));
    expect(mapping).toMatchObject({ samples: ['a', 'b', 'c', 'd'], filled: 6, empty: false });
  });
});
