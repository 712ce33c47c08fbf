-- Has a room told of p_alerts by itself; null: of what is usual for its kind. Writes: cold.room.
create or replace function app.put_alerts(p_tenant uuid, p_channel text, p_chat text, p_alerts text[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  update cold.room r set alerts = p_alerts
  where r.tenant_id = p_tenant and r.channel = p_channel and r.chat = p_chat and r.unbound_at is null;
end
$$;
