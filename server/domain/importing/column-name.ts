const CUSTOM_FIELD =
  /^(?:custom fields?|campos? personalizados?|champs? personnalis[eé]s?|benutzerdefinierte[rs]? feld(?:er)?|campi? personalizzat[io]|aangepast(?:e)? veld(?:en)?|pol[ea] niestandardowe|カスタム ?フィールド|사용자 ?(?:지정|정의) ?필드|自定义字段|自訂欄位|(?:настраиваемое|пользовательское) поле)\s*[(（]\s*(.*?)\s*[)）]$/iu;

/** The name inside Jira's `Custom field (X)`, in the languages Jira writes it in; null for any other header. */
export function customFieldName(header: string): string | null {
  // Runs of blanks are made one: the expression would take minutes to try every way of dividing thousands.
  return CUSTOM_FIELD.exec(header.normalize('NFC').trim().replace(/\s+/g, ' '))?.[1] ?? null;
}

/**
 * A header reduced to what identifies it: no case, accents, punctuation or `camelCase` and `snake_case` differences,
 * and without Jira's `Custom field ( )` around it.
 */
export function normaliseName(header: string): string {
  const name = customFieldName(header) ?? header;
  return name
    .normalize('NFKC')
    .replace(/\((s|es|n|en|e)\)/gi, '$1')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
