-- The order a repeated confirmation means: of this checkout or of this very command; else, with nothing new in the cart, the
-- one just placed, where no checkout is named or an earlier quote of the session; else null.
create or replace function app.placed_before(p_turn app.turn, p_checkout_id uuid) returns uuid
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  select o.order_id
  from cold.orders o
  where o.tenant_id = p_turn.tenant_id and o.session_id = p_turn.session_id
    and o.customer_id = p_turn.customer_id
    and (o.checkout_id = p_checkout_id or case
      when p_checkout_id is null and p_turn.replayed then o.command_id = p_turn.command_id
      else exists (
          select from hot.session_state s
          where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id and s.current_step = 'order_placed')
        and (p_checkout_id is null or exists (
          select from warm.checkouts k
          where k.tenant_id = p_turn.tenant_id and k.session_id = p_turn.session_id and k.checkout_id = p_checkout_id))
    end)
  order by o.checkout_id is not distinct from p_checkout_id desc, o.created_at desc, o.order_no desc
  limit 1
$$;
