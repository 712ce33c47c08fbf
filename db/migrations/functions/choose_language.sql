-- Keeps the language a customer wants to be answered in, for this and every later session of his in this channel.
-- Writes: cold.customer_identity.
create or replace function app.choose_language(p_tenant uuid, p_turn jsonb, p_language text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  if not v_turn.replayed then
    update cold.customer_identity i set chosen_language = p_language
    where i.tenant_id = p_tenant and i.channel = p_turn ->> 'channel' and i.sender = p_turn ->> 'sender';
  end if;
  return app.session_view(v_turn);
end
$$;
