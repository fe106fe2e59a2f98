import { normaliseName } from '@/server/domain/importing/column-name';
import type { ImportField } from '@/server/domain/importing/import-field';

/** Columns that are understood but do not become a field: they are read for findings, or kept knowingly. */
export type KeptConcept =
  | 'updated'
  | 'issueType'
  | 'issueId'
  | 'parent'
  | 'projectKey'
  | 'storyPoints'
  | 'estimate'
  | 'comment'
  | 'computed'
  | 'knownAside';

export type ColumnConcept = ImportField | KeptConcept;

/**
 * Names by concept, the surest first: where two columns could become one field, the earlier name wins. English, then
 * German, Spanish, French, Portuguese, Italian, Dutch, Polish, Japanese, Korean, Chinese and Russian as Jira writes
 * them; the tables are read from public exports where there were any, else from the products' own translations.
 */
const NAMES: Readonly<Record<ColumnConcept, string>> = {
  title:
    'title|summary|issue summary|name|debt|subject|headline|Zusammenfassung|Titel|Resumen|Título|Résumé|Titre|Resumo|Riepilogo|Titolo|Samenvatting|Podsumowanie|要約|件名|タイトル|요약|제목|概要|摘要|主题|标题|Тема|Резюме',
  sourceKey:
    'issue key|source key|key|Vorgangsschlüssel|Schlüssel|Clave de incidencia|Clave de la incidencia|Clave de ticket|Clave de actividad|Clave|Clé de ticket|Clé du ticket|Clé de demande|Clé|Chave da item|Chave do item|Chave do ticket|Chave da ocorrência|Chave da pendência|Chave|Chiave segnalazione|Chiave ticket|Chiave|Issuesleutel|Klucz zgłoszenia|課題キー|キー|이슈 키|이슈키|问题关键字|议题键值|事务密钥|关键字|問題索引鍵|Ключ задачи|Ключ запроса|Код|work item key|identifier|ticket|ticket key|issue|external id|reference|ref|id|issue number|number',
  debtKey: 'debt key|key in paydown',
  description:
    'description|notes|details|body|Beschreibung|Descripción|Descrição|Descrizione|Beschrijving|Opis|説明|詳細|설명|描述|说明|Описание',
  state:
    'state|status|issue status|issue state|workflow state|status name|state name|Estado|État|Statut|Stato|Stan|ステータス|状態|상태|状态|狀態|Статус|Состояние',
  statusCategory:
    "status category|Statuskategorie|Categoría de estado|Categoría del estado|Catégorie d’état|Catégorie d'état|Catégorie de statut|Catégorie de l'état|Categoria de status|Categoria do status|Categoria de estado|Categoria stato|Categoria di stato|Statuscategorie|Kategoria stanu|Kategoria statusu|ステータス カテゴリ|ステータス カテゴリー|ステータスカテゴリ|ステータスカテゴリー|상태 범주|상태 카테고리|状态类别|状态分类|狀態類別|Категория статуса",
  resolution:
    'resolution|closed as|Lösung|Resolución|Résolution|Resolução|Risoluzione|Soluzione|Oplossing|Rozwiązanie|解決状況|解決策|해결 방법|해결책|해결|解决结果|解决方案|解決結果|Решение',
  impact: 'impact|impact 1 5|impact if it bites|Auswirkung|Impacto|Impatto|影響度',
  likelihood:
    'likelihood|probability|likelihood 1 5|Wahrscheinlichkeit|Probabilidad|Probabilité|Probabilidade|発生確率',
  velocityTax: 'velocity tax|velocity|velocity tax 1 5|drag|tax',
  remediationCost:
    'remediation cost|remediation|cost to fix|fix cost|remediation cost 1 5|cost|Kosten|Coste|Costo|Coût|Custo',
  effortDays:
    'effort days|effort in days|effort d|effort|estimated days|estimate days|days|person days|engineer days|man days|Aufwand|Aufwand Tage|Esfuerzo|Esfuerzo días|Effort jours|Esforço|Esforço dias|工数',
  effortHours: 'effort hours|effort in hours|effort h|estimated hours|estimate hours|hours|Aufwand Stunden',
  effortSeconds:
    'original estimate|time original estimate|effort seconds|time estimate|Ursprüngliche Schätzung|Ursprüngliche Aufwandsschätzung|Estimación original|Estimation originale|Estimation initiale|Estimativa original|Stima originale|Oorspronkelijke schatting|Szacowanie pierwotne|Pierwotne oszacowanie|初期見積もり|当初見積|최초 추정|최초 예상|初始预估|初始预估时间|原预估时间|原始預估|Первоначальная оценка',
  interestHoursPerMonth:
    'interest hours per month|interest h per month|interest per month|interest hours|hours lost per month|interest',
  quadrant: 'quadrant|debt quadrant|fowler quadrant|technical debt quadrant|Quadrante|Cuadrante',
  notDebtReason: 'not debt because|not debt reason|not debt',
  owner:
    'owner|assignee|assigned to|assignees|assignee name|responsible|Bearbeiter|Zugewiesene Person|Zugewiesen|Verantwortlich|Persona asignada|Responsable|Asignado|Asignado a|Personne assignée|Attribution|Responsável|Atribuído a|Assegnatario|Toegewezen|Toegewezen aan|Przypisany|Osoba przypisana|担当者|담당자|经办人|受托人|Исполнитель',
  reporter:
    'reporter|reported by|reporter name|author|Autor|Melder|Informador|Rapporteur|Relator|Segnalatore|Melder|Zgłaszający|報告者|보고자|报告人|報告人|Автор|creator|creator name|created by',
  team: 'team|team name|squad|owning team|Equipo|Équipe|Equipe|Squadra|Zespół|チーム|팀|团队|團隊|Команда',
  services:
    'services|service|component|components|component s|component name|system|systems|Komponente|Komponenten|Komponente n|Componente|Componentes|Componente s|Composant|Composants|Composant s|Componenti|Onderdelen|Komponenty|Komponent y|コンポーネント|구성 요소|컴포넌트|模块|组件|Компоненты|Dienst|Dienste|Servicio|Servicios|Serviço|Serviços|affected services|Betroffene Services',
  labels:
    'labels|label|tags|tag|Stichwörter|Stichwort|Etiketten|Etiquetas|Etiqueta|Étiquettes|Étiquette|Categorias|Rótulos|Etichette|Etykiety|ラベル|레이블|标签|標籤|Метки',
  incurredOn: 'incurred on|incurred|incurred at|date incurred|debt since|since',
  createdAt:
    'created|created at|created date|created on|creation date|date created|created at utc|opened|opened at|Erstellt|Erstellungsdatum|Creada|Creado|Fecha de creación|Création|Créé|Créée|Date de création|Criado|Criada|Criado em|Data de criação|Creato|Creata|Data di creazione|Aangemaakt|Gemaakt|Utworzono|Utworzone|Data utworzenia|作成日|作成日時|생성일|만듦|만든 날짜|创建日期|已创建|建立日期|Создано|Создан',
  closedOn:
    'closed on|resolved|resolved on|resolved at|resolution date|closed|closed at|closed date|closed at utc|completed|completed at|Erledigt|Gelöst|Resuelta|Resuelto|Résolue|Résolu|Resolvido|Resolvida|Risolto|Risolta|Opgelost|Rozwiązane|Rozwiązano|解決日|해결됨|해결일|已解决|解决日期|Дата решения|Решено|Решён',
  revisitOn: 'revisit on|revisit|revisit date|review on|review date|revisit by|Wiedervorlage|Wiedervorlage am',
  acceptedUntil: 'accepted until|acceptance expires|accepted till|acceptance expiry|akzeptiert bis',
  scoredOn: 'scored on|scored at|last scored|score date',
  repaymentPlan: 'repayment plan|plan|remediation plan|repayment',
  productSentence: 'product sentence|product impact sentence|business sentence|what it means',
  updated:
    'updated|updated at|updated date|last updated|updated on|modified|updated at utc|Aktualisiert|Actualizada|Actualizado|Mise à jour|Mis à jour|Atualizado|Atualizada|Atualizado a|Aggiornato|Aggiornata|Bijgewerkt|Zaktualizowano|Zaktualizowane|更新日|更新日時|업데이트|업데이트됨|更新日期|已更新|Обновлено|Обновлён',
  issueType:
    'issue type|work type|work item type|type|tracker|Vorgangstyp|Tipo de Incidencia|Tipo de la incidencia|Type de ticket|Type de demande|Tipo de item|Tipo do item|Tipo de ticket|Tipo de ocorrência|Tipo di segnalazione|Issuetype|Typ zgłoszenia|課題タイプ|이슈 유형|问题类型|事务类型|Тип задачи|Тип запроса',
  issueId:
    'issue id|work item id|Vorgangs-ID|Vorgangs ID|ID de la incidencia|ID de incidencia|ID de ticket|ID du ticket|ID da item|ID do item|ID da ocorrência|ID segnalazione|Issue-ID|課題 ID|課題ID|이슈 ID|问题 ID|uuid|node id',
  parent:
    'parent|parent key|parent id|parent issue|parent link|epic link|Übergeordnet|Übergeordneter Vorgang|Übergeordneter Schlüssel|Schlüssel des übergeordneten Elements|Principal|Clave principal|Clé parent|Clé parente|Pai|Chave pai|Primário|Chave do pai|Principale|Bovenliggend|Nadrzędny|親|親キー|親課題|상위|상위 항목|父级|上级|Родитель|Родительская задача',
  projectKey:
    'project key|Projektschlüssel|Clave del proyecto|Clave de proyecto|Clé de projet|Clé du projet|Chave do projeto|Chiave progetto|Projectsleutel|Klucz projektu|プロジェクト キー|プロジェクトキー|프로젝트 키|项目关键字|项目密钥|Ключ проекта|project identifier',
  storyPoints: 'story points|story point estimate|storypoints|points|weight',
  estimate: 'estimate|estimation|sizing|size|t shirt size',
  comment:
    'comment|comments|Kommentar|Comentario|Comentarios|Commentaire|Commentaires|Comentário|Comentários|Commento|Opmerking|Komentarz|コメント|댓글|评论|备注|Комментарий',
  computed: 'score|severity|rank|tied with|severity floor',
  knownAside:
    "attachment|attachments|Anhang|Archivo adjunto|Adjunto|Pièce jointe|Pièces jointes|Anexo|添付ファイル|watchers|watchers id|Beobachter|Observadores|Observateurs|ウォッチャー|votes|Stimmen|Votos|投票|priority|priority name|priority sequence|Priorität|Prioridad|Priorité|Prioridade|優先度|sprint|スプリント|issue color|development|last viewed|Zuletzt angezeigt|Última visualización|Dernière consultation|due date|Fälligkeitsdatum|Fecha de vencimiento|Date d'échéance|Échéance|Data limite|期限|environment|Umgebung|Entorno|Environnement|Ambiente|環境|remaining estimate|Restschätzung|time spent|Benötigte Zeit|work ratio|project name|Projektname|Nombre del proyecto|Nom du projet|Nome do projeto|project type|project lead|project lead id|project description|assignee id|reporter id|creator id|security level|parent summary|status category changed|fix version s|fix versions|affects version s|affects versions|affected versions|instance url|url|project category|due|start date",
};

export interface KnownName {
  concept: ColumnConcept;
  /** Position in the list of names: the lower, the surer. */
  rank: number;
}

const KNOWN: ReadonlyMap<string, KnownName> = buildIndex();

function buildIndex(): Map<string, KnownName> {
  const index = new Map<string, KnownName>();
  for (const [concept, names] of Object.entries(NAMES)) {
    names.split('|').forEach((name, rank) => {
      const key = normaliseName(name);
      const known = index.get(key);
      // A name that two languages use for two things goes to the concept where it is the surer one.
      if (isConcept(concept) && (!known || known.rank > rank)) index.set(key, { concept, rank });
    });
  }
  return index;
}

function isConcept(value: string): value is ColumnConcept {
  return value in NAMES;
}

/** What a header means, in any of the languages of `NAMES`; null when no list has it. */
export function knownName(header: string): KnownName | null {
  return KNOWN.get(normaliseName(header)) ?? null;
}
