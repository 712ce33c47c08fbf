-- A code nobody can guess: twelve letters, digits, "-" and "_", of 66 random bits.
create or replace function app.new_invite_code() returns text
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return translate(encode(substr(decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), 1, 9), 'base64'), '+/', '-_');
end
$$;
