-- What a chat is to a shop: the kind of room it is bound as, "new" for a group or topic that is none, else "private".
create or replace function app.room_kind(p_tenant uuid, p_channel text, p_chat text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return coalesce(
    (select r.kind from cold.room r
     where r.tenant_id = p_tenant and r.channel = p_channel and r.chat = p_chat and r.unbound_at is null),
    case when p_chat like '-%' then 'new' else 'private' end);
end
$$;
