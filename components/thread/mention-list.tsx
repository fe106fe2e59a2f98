import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { FLOATING, FLOATING_ITEM } from '@/components/ui/floating';
import type { useMentionCompletion } from './use-mention-completion';

/** The people offered while a mention is typed; the focus stays in the field. */
export function MentionList({ completion }: { completion: ReturnType<typeof useMentionCompletion> }) {
  const { people, active, isAbove, listId, optionId, pick } = completion;
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="People to mention"
      className={cn(
        FLOATING,
        'absolute left-0 max-h-60 w-full min-w-60 overflow-y-auto p-1',
        isAbove ? 'bottom-full mb-1' : 'top-full mt-1',
      )}
    >
      {people.map((person, index) => (
        <div
          key={person.id}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-selected={index === active}
          className={FLOATING_ITEM}
          // A press would take the focus from the field, and with it the place where the name goes.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(person)}
          onKeyDown={() => undefined}
        >
          <Avatar name={person.name} id={person.id} size="sm" decorative />
          <span className="min-w-0 truncate">
            {person.name} <span className="ml-1 text-label text-ink-3">{person.email}</span>
          </span>
        </div>
      ))}
    </div>
  );
}
