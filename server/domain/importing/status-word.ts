import { normaliseName } from '@/server/domain/importing/column-name';
import type { DraftClosing, DraftQuadrant, DraftState } from '@/server/domain/importing/debt-draft';

const index = <T extends string>(lists: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(
    lists.flatMap(([value, names]) =>
      names.split('|').map((name): [string, T] => [normaliseName(name), value] as const),
    ),
  );

/** The three categories every Jira status belongs to, in the languages Jira shows them in. */
const CATEGORIES = index<'toDo' | 'inProgress' | 'done'>([
  [
    'toDo',
    'to do|todo|new|Zu erledigen|Por hacer|Tareas por hacer|Pendiente|À faire|A faire|A fazer|Tarefas pendentes|Itens Pendentes|Da fare|Da completare|Te doen|Do zrobienia|作業前|未着手|To Do|할 일|해야 할 일|待办|待辦|待处理|К выполнению|Сделать|Att göra|Opgaver',
  ],
  [
    'inProgress',
    'in progress|indeterminate|In Arbeit|In Bearbeitung|En curso|En progreso|En cours|En cours de réalisation|Em andamento|Em progresso|Em execução|In corso|In uitvoering|Bezig|W toku|進行中|진행 중|正在进行|进行中|處理中|В работе|В процессе|Pågående|Igangværende',
  ],
  [
    'done',
    'done|complete|completed|Fertig|Erledigt|Listo|Hecho|Finalizado|Finalizada|Terminé|Terminée|Terminé(e)|Fini|Concluído|Concluída|Itens concluídos|Feito|Completato|Completata|Fatto|Gereed|Klaar|Gotowe|完了|완료|완료됨|完成|已完成|Готово|Выполнено|Klart|Færdig',
  ],
]);

export type StatusCategory = 'toDo' | 'inProgress' | 'done';

/** Category of a Jira `Status Category` cell; null when no language has it. */
export function statusCategory(text: string): StatusCategory | null {
  return CATEGORIES.get(normaliseName(text)) ?? null;
}

const STATES = index<DraftState>([
  [
    'open',
    'open|opened|backlog|to do|todo|new|reopened|created|triage|needs triage|untriaged|unstarted|draft|proposed|pending|Offen|Neu|Zu erledigen|Wieder geöffnet|Abierta|Abierto|Nuevo|Nueva|Por hacer|Tareas por hacer|Pendiente|Reabierta|Ouvert|Ouverte|Nouveau|À faire|Rouvert|Aberto|Aberta|Novo|A fazer|Tarefas pendentes|Reaberto|Aperto|Da fare|Te doen|Nieuw|Do zrobienia|Nowe|オープン|未着手|未対応|To Do|バックログ|열림|할 일|백로그|打开|待办|新建|Открыт|Открыто|Новая|К выполнению|Бэклог',
  ],
  [
    'planned',
    'planned|selected for development|scheduled|ready|ready for development|ready for dev|next|up next|committed|Geplant|Eingeplant|Für Entwicklung ausgewählt|Ausgewählt für Entwicklung|Planificado|Planificada|Seleccionado para desarrollo|Planifié|Planifiée|Sélectionné pour le développement|Planejado|Planejada|Selecionado para desenvolvimento|Pianificato|Gepland|Zaplanowane|計画済み|開発対象に選択済み|계획됨|已计划|Запланировано',
  ],
  [
    'inProgress',
    'in progress|started|doing|in review|review|code review|in development|development|in test|testing|in testing|qa|blocked|on hold|waiting|under review|In Arbeit|In Bearbeitung|In Prüfung|In Review|Blockiert|En curso|En progreso|En revisión|Bloqueado|En cours|En revue|Em andamento|Em progresso|Em revisão|In corso|In revisione|In uitvoering|Bezig|W toku|進行中|処理中|レビュー中|진행 중|검토 중|进行中|正在进行|处理中|В работе|В процессе|На проверке',
  ],
  [
    'resolved',
    'resolved|done|closed|fixed|complete|completed|released|finished|deployed|shipped|verified|Fertig|Erledigt|Geschlossen|Gelöst|Abgeschlossen|Listo|Hecho|Cerrada|Cerrado|Resuelta|Resuelto|Finalizado|Finalizada|Terminé|Terminée|Fermé|Fermée|Résolu|Résolue|Fini|Concluído|Concluída|Fechado|Fechada|Resolvido|Resolvida|Feito|Completato|Chiuso|Risolto|Gereed|Gesloten|Opgelost|Gotowe|Zamknięte|Rozwiązane|完了|解決済み|クローズ|처리 완료|완료|닫힘|해결됨|完成|已完成|已关闭|已解决|Готово|Закрыт|Закрыто|Решено|Выполнено',
  ],
  ['accepted', 'accepted|risk accepted|accepted risk|Akzeptiert|Aceptado|Aceptada|Accepté|Acceptée|Aceito|Aceita'],
  [
    'withdrawn',
    'withdrawn|cancelled|canceled|rejected|declined|wont do|won t do|wont fix|won t fix|duplicate|invalid|obsolete|abandoned|not debt|Abgebrochen|Abgelehnt|Verworfen|Cancelado|Cancelada|Rechazado|Annulé|Annulée|Rejeté|Rejeitado|Annullato|Geannuleerd|Anulowane|キャンセル|却下|취소됨|已取消|Отменено|Отклонено',
  ],
]);

// Longer than any status; the search for a bracket at the end is quadratic in the length.
const longestWord = 200;

/** State of a status name (`Selected for Development`, `In Arbeit`) or of Paydown's own word; null when unknown. */
export function stateOfStatus(text: string): DraftState | null {
  if (text.length > longestWord) return null;
  return STATES.get(normaliseName(text.replace(/\s*\(.*\)\s*$/, ''))) ?? STATES.get(normaliseName(text)) ?? null;
}

const RESOLUTIONS = index<DraftClosing | 'unresolved'>([
  [
    'fixed',
    'fixed|done|resolved|complete|completed|implemented|delivered|released|Fertig|Erledigt|Behoben|Gelöst|Listo|Hecho|Resuelta|Resuelto|Corregido|Finalizada|Finalizado|Terminé|Terminée|Corrigé|Résolu|Résolue|Fini|Feito|Concluído|Resolvido|Corrigido|Fatto|Risolto|Gereed|Opgelost|Gotowe|Naprawiono|完了|修正済み|解決済み|완료|수정됨|해결됨|完成|已修复|已解决|Готово|Исправлено|Решено',
  ],
  [
    'duplicate',
    'duplicate|duplicated|Duplikat|Duplicado|Duplicada|Doublon|Dupliqué|Duplicato|Duplicaat|重複|중복|重复|重複問題|Дубликат|Дублировать',
  ],
  [
    'invalid',
    'invalid|not a bug|not an issue|works as designed|as designed|by design|working as intended|cannot reproduce|can not reproduce|cant reproduce|could not reproduce|not reproducible|incomplete|rejected|user error|Ungültig|Kein Fehler|Nicht reproduzierbar|Kann nicht reproduziert werden|Unvollständig|Abgelehnt|Inválido|No es un error|No se puede reproducir|Incompleto|Rechazado|Invalide|Non valide|Impossible à reproduire|Incomplet|Rejeté|Não é possível reproduzir|Impossível reproduzir|Rejeitado|Non riproducibile|Ongeldig|無効|再現不可|再現できない|不完全|재현 불가|无法重现|无效|Неверно|Не воспроизводится',
  ],
  [
    'wontFix',
    'wont fix|won t fix|will not fix|wont do|won t do|will not do|declined|abandoned|obsolete|cancelled|canceled|deferred|no longer needed|out of scope|Wird nicht behoben|Wird nicht erledigt|Wird nicht gelöst|Nicht erledigen|Abgebrochen|No se corregirá|No se hará|No se solucionará|No se realizará|Descartado|Cancelado|Ne sera pas corrigé|Ne sera pas fait|Ne sera pas résolu|Ne sera pas réalisé|Annulé|Não será corrigido|Não será feito|Não será resolvido|Não fazer|Non verrà risolto|Non verrà eseguito|Wordt niet opgelost|Nie zostanie naprawione|修正しない|対応しない|実施しない|修正予定なし|수정 안 함|하지 않음|不修复|不做|Не будет исправлено|Не будет выполнено',
  ],
  ['merged', 'merged|merged into another|Zusammengeführt|Fusionado|Fusionada|Fusionné|Mesclado|統合済み'],
  [
    'unresolved',
    'unresolved|open|none|Nicht erledigt|Ungelöst|Offen|Sin resolver|No resuelto|Non résolu|Non résolue|Não resolvido|Não resolvida|Pendente|Irrisolto|Non risolto|Onopgelost|Nierozwiązane|未解決|미해결|해결되지 않음|未解决|未解決|Не решено|Нет решения',
  ],
]);

/** How an issue was closed; `unresolved` for the words that say it was not, null when the text is unknown. */
export function closingOf(text: string): DraftClosing | 'unresolved' | null {
  return RESOLUTIONS.get(normaliseName(text)) ?? null;
}

/** Reads `Deliberate, prudent`, `prudent-deliberate`, `deliberatePrudent`; null for anything else. */
export function quadrantOf(text: string): DraftQuadrant | null {
  const words = new Set(normaliseName(text).split(' '));
  const prudent = words.has('prudent');
  if (prudent === words.has('reckless')) return null;
  if (words.has('deliberate') === words.has('inadvertent')) return null;
  if (words.has('deliberate')) return prudent ? 'deliberatePrudent' : 'deliberateReckless';
  return prudent ? 'inadvertentPrudent' : 'inadvertentReckless';
}
