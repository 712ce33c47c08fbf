-- Folds one event into the hot rows: the only writer of them, when an event is recorded and when it is replayed.
-- Reads no menu and no clock. Writes: hot.session_state, hot.session_cart, hot.session_checkout.
create or replace function app.apply_event(
  p_tenant uuid, p_session text, p_seq integer, p_type text, p_data jsonb, p_at timestamptz
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  case p_type
  when 'session_opened' then
    insert into hot.session_state (tenant_id, session_id, user_id, version, current_step, dietary, last_activity_at)
    values (p_tenant, p_session, (p_data ->> 'user_id')::uuid, 0, 'browsing', coalesce(p_data -> 'dietary', '{}'), p_at);

  when 'menu_viewed' then
    update hot.session_state s set
      version = p_seq, last_activity_at = p_at, last_shown_menu = p_data -> 'shown',
      current_step = case s.current_step when 'order_placed' then 'browsing' else s.current_step end
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'item_added', 'quantity_set', 'item_removed', 'item_updated' then
    perform app.apply_line(p_tenant, p_session, p_data, p_at);
    perform app.apply_step(p_tenant, p_session, p_seq, 'ordering', p_at);
    update hot.session_state s set
      last_mentioned_line = (p_data ->> 'line_no')::integer,
      last_mentioned_item_id = p_data ->> 'item_id',
      last_mentioned_item_name = p_data ->> 'item_name'
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'demand_unmet', 'coupon_refused' then
    update hot.session_state s set version = p_seq, last_activity_at = p_at
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'dietary_set' then
    -- An open quote stays: what is confirmed is judged by the rules of that moment.
    update hot.session_state s set version = p_seq, last_activity_at = p_at, dietary = p_data -> 'dietary'
    where s.tenant_id = p_tenant and s.session_id = p_session;
    if p_data -> 'dietary' = '{}' then
      update hot.session_cart c set accepted = '[]'
      where c.tenant_id = p_tenant and c.session_id = p_session and c.accepted <> '[]';
    end if;

  when 'pickup_chosen' then
    perform app.apply_step(p_tenant, p_session, p_seq, 'ordering', p_at);
    update hot.session_state s set pickup_at = (p_data ->> 'pickup_at')::timestamptz
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'order_type_chosen' then
    perform app.apply_step(p_tenant, p_session, p_seq, 'ordering', p_at);
    update hot.session_state s set order_type = p_data ->> 'order_type'
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'fulfilment_chosen' then
    perform app.apply_step(p_tenant, p_session, p_seq, 'ordering', p_at);
    update hot.session_state s set fulfilment = p_data -> 'fulfilment'
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'coupon_chosen' then
    perform app.apply_step(p_tenant, p_session, p_seq, 'ordering', p_at);
    update hot.session_state s set coupon_code = p_data ->> 'code'
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'cart_cleared' then
    perform app.claim_cart(p_tenant, p_session, p_at);
    perform app.apply_step(p_tenant, p_session, p_seq, 'ordering', p_at);

  when 'cart_repriced' then
    perform app.apply_line(p_tenant, p_session, line.value, p_at)
    from jsonb_array_elements(p_data -> 'lines') line;
    perform app.apply_step(p_tenant, p_session, p_seq, 'ordering', p_at);

  when 'checkout_started' then
    perform app.apply_step(p_tenant, p_session, p_seq, 'checkout', p_at);
    insert into hot.session_checkout (tenant_id, session_id, checkout_id, order_type, cart_hash, total, pickup_at,
                                      started_at, expires_at, quote)
    select p_tenant, p_session, k.checkout_id, k.order_type, k.cart_hash, k.total, k.pickup_at, k.started_at, k.expires_at,
           coalesce(k.quote, '{}')
    from jsonb_populate_record(null::hot.session_checkout, p_data) k;

  when 'checkout_extended' then
    update hot.session_state s set version = p_seq, last_activity_at = p_at
    where s.tenant_id = p_tenant and s.session_id = p_session;
    update hot.session_checkout k set expires_at = (p_data ->> 'expires_at')::timestamptz
    where k.tenant_id = p_tenant and k.session_id = p_session and k.checkout_id = (p_data ->> 'checkout_id')::uuid;

  when 'order_placed' then
    perform app.claim_cart(p_tenant, p_session, p_at);
    perform app.apply_step(p_tenant, p_session, p_seq, 'order_placed', p_at);
    update hot.session_state s set pickup_at = null, coupon_code = null
    where s.tenant_id = p_tenant and s.session_id = p_session;

  when 'snapshot' then
    perform app.apply_snapshot(p_tenant, p_session, p_seq, p_data);
  end case;
end
$$;
