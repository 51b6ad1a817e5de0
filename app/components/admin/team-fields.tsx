import {Button, Select, TextInput} from 'nhsuk-react-components';
import {Submission} from '../staff/submission.tsx';

interface TeamFieldsProps {
  submission: string;
  name: string;
  /** Of a team that stands already. */
  version?: number;
  /** To choose from, for a new team. */
  partners?: {id: string; name: string}[];
  partnerId?: string;
  problems: {name?: string; partner?: string};
  button: string;
}

/** The form for a new team, and for one that is to be renamed. */
export function TeamFields({submission, name, version, partners, partnerId, problems, button}: TeamFieldsProps) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      {version !== undefined && <input type="hidden" name="version" value={version} autoComplete="off" />}
      <TextInput
        id="name"
        name="name"
        label="Name of the team"
        defaultValue={name}
        error={problems.name}
        autoComplete="off"
      />
      {partners && partners.length > 1 && (
        <Select id="partner" name="partner" label="Organisation" defaultValue={partnerId} error={problems.partner}>
          {partners.map((partner) => (
            <Select.Option key={partner.id} value={partner.id}>
              {partner.name}
            </Select.Option>
          ))}
        </Select>
      )}
      {partners?.length === 1 && <input type="hidden" name="partner" value={partners[0]?.id} />}
      <Button type="submit" name="act" value="save">
        {button}
      </Button>
    </form>
  );
}
