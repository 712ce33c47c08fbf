-- Restores the hot rows a snapshot holds; on a live session it changes nothing but the version.
-- Writes: hot.session_state, hot.session_cart, hot.session_checkout. Called by apply_event only.
create or replace function app.apply_snapshot(p_tenant uuid, p_session text, p_seq integer, p_data jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_key jsonb := jsonb_build_object('tenant_id', p_tenant, 'session_id', p_session);
begin
  update hot.session_state s set
    version = p_seq, current_step = r.current_step, last_mentioned_line = r.last_mentioned_line,
    last_mentioned_item_id = r.last_mentioned_item_id, last_mentioned_item_name = r.last_mentioned_item_name,
    last_shown_menu = r.last_shown_menu, dietary = coalesce(r.dietary, '{}'), pickup_at = r.pickup_at,
    order_type = r.order_type, fulfilment = coalesce(r.fulfilment, '{}'), coupon_code = r.coupon_code,
    last_activity_at = r.last_activity_at
  from jsonb_populate_record(null::hot.session_state, p_data -> 'state') r
  where s.tenant_id = p_tenant and s.session_id = p_session;

  insert into hot.session_cart
  select r.* from jsonb_array_elements(p_data -> 'cart') line,
    jsonb_populate_record(null::hot.session_cart, jsonb '{"accepted": []}' || line.value || v_key) r
  on conflict do nothing;

  insert into hot.session_checkout
  select r.* from jsonb_populate_record(null::hot.session_checkout, jsonb '{"quote": {}}' || (p_data -> 'checkout') || v_key) r
  where p_data -> 'checkout' <> 'null'
  on conflict do nothing;
end
$$;
