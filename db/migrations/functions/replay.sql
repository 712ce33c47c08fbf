-- Rebuilds the hot rows of a session from the log: its last snapshot, then every later event and checkout in order.
-- The caller holds the session's lock and has found no state row.
-- Writes: hot rows, through apply_event. Raises: OC015 when the log has a gap.
create or replace function app.replay(p_tenant uuid, p_session text) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_session cold.sessions;
  v_from integer;
  v_expected integer;
  v_step record;
begin
  select * into strict v_session from cold.sessions s where s.tenant_id = p_tenant and s.session_id = p_session;
  -- A half-gone session must not shine through: state and cart live and die together.
  delete from hot.session_cart c where c.tenant_id = p_tenant and c.session_id = p_session;
  delete from hot.session_checkout c where c.tenant_id = p_tenant and c.session_id = p_session;
  perform app.apply_event(p_tenant, p_session, 0, 'session_opened',
    jsonb_build_object('user_id', v_session.customer_id, 'dietary', v_session.dietary), v_session.opened_at);

  select e.seq into v_from from warm.session_events e
  where e.tenant_id = p_tenant and e.session_id = p_session and e.event_type = 'snapshot'
    and e."timestamp" >= v_session.opened_at
  order by e.seq desc limit 1;
  v_from := coalesce(v_from, 0);
  v_expected := greatest(v_from, 1);

  for v_step in
    select e.seq, 0 as turn_no, e.event_type, e.event_data, e."timestamp" as at
    from warm.session_events e
    where e.tenant_id = p_tenant and e.session_id = p_session and e.seq >= v_from
      and e."timestamp" >= v_session.opened_at
    union all
    select c.after_seq, c.checkout_no, 'checkout_started', to_jsonb(c), c.started_at
    from warm.checkouts c
    where c.tenant_id = p_tenant and c.session_id = p_session and c.after_seq >= v_from
    order by 1, 2
  loop
    if v_step.turn_no = 0 then
      if v_step.seq <> v_expected then
        raise exception 'session % of tenant %: event % is missing', p_session, p_tenant, v_expected
          using errcode = 'OC015';
      end if;
      v_expected := v_expected + 1;
    elsif v_step.seq >= v_expected then
      raise exception 'session % of tenant %: event % is missing', p_session, p_tenant, v_expected
        using errcode = 'OC015';
    end if;
    perform app.apply_event(p_tenant, p_session, v_step.seq, v_step.event_type, v_step.event_data, v_step.at);
  end loop;
end
$$;
