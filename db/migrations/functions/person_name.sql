-- What somebody of a channel is called: as he was seen in a room, or met as a customer; else by his user id.
create or replace function app.person_name(p_tenant uuid, p_channel text, p_sender text) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return coalesce(
    (select coalesce(p.name, p.username) from cold.person_seen p
     where p.tenant_id = p_tenant and p.channel = p_channel and p.sender = p_sender),
    (select i.name from cold.customer_identity i
     where i.tenant_id = p_tenant and i.channel = p_channel and i.sender = p_sender),
    p_sender);
end
$$;
