// The parameters of a query as typed fields.
import { type KeyboardEvent, useState } from 'react';
import type { Json } from '../../../../src/shared/api/cypher.ts';
import { useWords } from '../../ui/AppContext.tsx';
import { PARAM_TYPES, type ParamType, paramText, parseParam, typeOfValue } from './param-types.ts';
import type { ConsoleWords } from './words.ts';

interface Props {
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, Json>>;
  readonly words: ConsoleWords;
  readonly onChange: (name: string, value: Json) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function Params({ names, values, words, onChange, onKeyDown }: Props) {
  const { t } = useWords();
  if (names.length === 0) return null;
  return (
    <fieldset className="console-params">
      <legend>{t.v.parameters}</legend>
      {names.map((name) => (
        <Param
          key={name}
          name={name}
          value={values[name]}
          words={words}
          onChange={(value) => onChange(name, value)}
          onKeyDown={onKeyDown}
        />
      ))}
    </fieldset>
  );
}

interface ParamProps {
  readonly name: string;
  readonly value: Json | undefined;
  readonly words: ConsoleWords;
  readonly onChange: (value: Json) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Param({ name, value, words, onChange, onKeyDown }: ParamProps) {
  const [chosen, setChosen] = useState<ParamType | null>(null);
  /** What is typed while it is no value of its type. */
  const [draft, setDraft] = useState<string | null>(null);
  const type = chosen ?? typeOfValue(value);
  const text = draft ?? paramText(value);
  const take = (nextType: ParamType, next: string): void => {
    const parsed = parseParam(nextType, next);
    setDraft(parsed === undefined || nextType === 'list' || nextType === 'number' ? next : null);
    if (parsed !== undefined) onChange(parsed);
  };
  const isBad = parseParam(type, text) === undefined;
  return (
    <label>
      <code>${name}</code>
      <select
        aria-label={words.type(name)}
        data-testid={`param-type-${name}`}
        value={type}
        onChange={(event) => {
          const next = PARAM_TYPES.find((known) => known === event.target.value) ?? 'text';
          setChosen(next);
          take(next, text);
        }}
      >
        {PARAM_TYPES.map((option) => (
          <option key={option} value={option}>
            {words.types[option]}
          </option>
        ))}
      </select>
      <input
        data-testid={`param-${name}`}
        type={type === 'date' ? 'date' : 'text'}
        value={text}
        aria-invalid={isBad}
        title={isBad ? words.badValue(name) : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => take(type, event.target.value)}
      />
    </label>
  );
}
