-- What every function of a turn returns: the session after the call. Money is text with two decimals.
-- Where the customer has rules each line carries what goes against them and is not accepted.
-- p_more: what the call adds (changed, ask_lines, order, orders, differences, conflicts, shown).
create or replace function app.session_view(p_turn app.turn, p_more jsonb default '{}') returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'session_id', p_turn.session_id,
      'replayed', p_turn.replayed,
      'spent', p_turn.spent,
      'seq', s.version,
      'step', s.current_step,
      'last_item_name', s.last_mentioned_item_name,
      'dietary', s.dietary,
      'pickup_at', s.pickup_at,
      'language', (
        select i.chosen_language from cold.sessions o
        join cold.customer_identity i
          on i.tenant_id = o.tenant_id and i.channel = o.channel and i.sender = o.sender
        where o.tenant_id = p_turn.tenant_id and o.session_id = p_turn.session_id),
      'menu_version', t.menu_version,
      'currency', t.currency,
      'lines', coalesce((
        select jsonb_agg(jsonb_build_object(
          'line_no', c.line_no, 'item_id', c.item_id, 'item_name', c.item_name, 'quantity', c.quantity,
          'unit_price', c.price::text, 'line_total', c.total::text, 'options', c.options, 'without', c.without,
          'note', c.note, 'accepted', c.accepted,
          'conflicts', case when s.dietary = '{}' then '[]' else app.line_conflicts(p_turn, to_jsonb(c)) end)
          order by c.line_no)
        from app.get_session_cart(p_turn.tenant_id, p_turn.session_id) c), '[]'),
      'total', app.get_cart_total(p_turn.tenant_id, p_turn.session_id)::text,
      'checkout', (
        select jsonb_build_object('checkout_id', k.checkout_id, 'order_type', k.order_type, 'total', k.total::text,
                                  'pickup_at', k.pickup_at, 'expires_at', k.expires_at, 'quote', k.quote,
                                  'payment_ways', app.payment_ways(p_turn, k.order_type, k.total),
                                  'way', app.way_view(p_turn, k.order_type))
        from hot.session_checkout k where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id)
    ) || p_more
    from hot.session_state s
    join cold.tenants t on t.tenant_id = s.tenant_id
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
end
$$;
