-- The order a repeated confirmation means: of this checkout, of this very command or, with nothing new in the cart,
-- the one just placed; else null.
create or replace function app.placed_before(p_turn app.turn, p_checkout_id uuid) returns uuid
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  select o.order_id
  from cold.orders o
  where o.tenant_id = p_turn.tenant_id and o.session_id = p_turn.session_id
    and o.customer_id = p_turn.customer_id
    and case
      when p_checkout_id is not null then o.checkout_id = p_checkout_id
      when p_turn.replayed then o.command_id = p_turn.command_id
      else exists (
        select from hot.session_state s
        where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id and s.current_step = 'order_placed')
    end
  order by o.order_no desc
  limit 1
$$;
