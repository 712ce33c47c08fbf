-- Appends the next event of a locked session to the log and folds it into the hot rows; every 100th is a snapshot.
-- Each event is complete in itself: one with prices carries their currency.
-- An event that ends the open checkout lets go of the pieces it held.
-- Writes: warm.session_events, cold.stock_hold; hot rows through apply_event.
create or replace function app.record_event(p_turn app.turn, p_type text, p_data jsonb) returns integer
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_seq integer;
  v_data jsonb;
  v_quoted boolean;
begin
  select s.version + 1,
         p_data || case when p_data ?| '{price,lines,total}' then jsonb_build_object('currency', t.currency) else '{}' end,
         exists (select from hot.session_checkout k
                 where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id)
    into strict v_seq, v_data, v_quoted
  from hot.session_state s
  join cold.tenants t using (tenant_id)
  where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id;
  insert into warm.session_events (tenant_id, session_id, seq, event_type, event_data, command_id, "timestamp")
  values (p_turn.tenant_id, p_turn.session_id, v_seq, p_type, v_data, p_turn.command_id, p_turn.at);
  perform app.apply_event(p_turn.tenant_id, p_turn.session_id, v_seq, p_type, v_data, p_turn.at);
  if v_quoted and not exists (
    select from hot.session_checkout k where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id) then
    perform app.drop_holds(p_turn);
  end if;
  if v_seq % 100 = 99 then
    return app.record_event(p_turn, 'snapshot', app.session_snapshot(p_turn.tenant_id, p_turn.session_id));
  end if;
  return v_seq;
end
$$;
