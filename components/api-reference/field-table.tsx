import { type ApiDocument, type FieldSchema, followed, typeText } from './document-shape';
import { InlineText } from './inline-text';

type Field = { name: string; type: string; required: boolean; description: string };

/** The fields of an object schema, or none when it is not one. */
export function fieldsOf(document: ApiDocument, schema: FieldSchema | undefined): Field[] {
  const { properties = {}, required = [] } = followed(document, schema);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: typeText(field),
    required: required.includes(name),
    description: field.description ?? '',
  }));
}

/** Fields or parameters, one a line. */
export function FieldTable({ caption, fields, asked }: { caption: string; fields: Field[]; asked: boolean }) {
  if (fields.length === 0) return null;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="pb-1.5 text-left text-label text-ink-3">{caption}</caption>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name} className="border-line border-t align-top">
              <th scope="row" className="w-48 py-1.5 pr-4 font-medium">
                <code className="font-mono text-label">{field.name}</code>
                {asked && field.required ? <span className="block text-label text-warn">required</span> : null}
              </th>
              <td className="py-1.5">
                <span className="block text-label text-ink-3 [overflow-wrap:anywhere]">{field.type}</span>
                {field.description ? (
                  <span className="block text-ink-2">
                    <InlineText>{field.description}</InlineText>
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
