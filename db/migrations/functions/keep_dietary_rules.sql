-- Remembers the session's rules for the customer's next ones, as he has just agreed to; without rules there is nothing to.
-- Writes: cold.customer_dietary; a dietary_set event with kept true.
create or replace function app.keep_dietary_rules(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_rules jsonb := (
    select s.dietary from hot.session_state s
    where s.tenant_id = p_tenant and s.session_id = v_turn.session_id);
  v_kept jsonb := v_rules || jsonb '{"kept": true}';
begin
  if v_turn.replayed or v_rules in ('{}', v_kept) then
    return app.session_view(v_turn);
  end if;
  insert into cold.customer_dietary (tenant_id, customer_id, dietary, agreed_at)
  values (p_tenant, v_turn.customer_id, v_kept, v_turn.at)
  on conflict (tenant_id, customer_id) do update set dietary = excluded.dietary, agreed_at = excluded.agreed_at;
  perform app.record_event(v_turn, 'dietary_set', jsonb_build_object('dietary', v_kept));
  return app.session_view(v_turn);
end
$$;
